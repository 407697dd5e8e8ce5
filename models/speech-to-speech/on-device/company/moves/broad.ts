/** What a listener may say where one kind is not likely enough, but many together are: "I'm sorry to hear that" is right for all bad news. */
export interface BroadLine {
  readonly line: string;
  /** It is a friendly, fitting answer to nearly every turn of these kinds. */
  readonly kinds: ReadonlySet<string>;
}

/** For every line two readers named, each alone, the kinds it does for; these are the 79 % that both named. */
export const BROAD: readonly BroadLine[] = [
  doesFor(
    "I'm sorry to hear that.",
    'death pet-death missing-dead breakup lonely left-out homesick missing-living failed job-lost home-lost quarrel low hurt-by broken-treasure getting-old child-trouble not-invited-birthday ill-other pet-ill money-worry health-own noisy-neighbours work-moan house-broken rude unfair team-lost letdown no-sleep unwell aches goes-on-sad goes-on-worried',
  ),
  doesFor(
    "Oh no, I'm sorry.",
    'death pet-death breakup left-out failed job-lost home-lost quarrel low hurt-by broken-treasure child-trouble not-invited-birthday ill-other pet-ill money-worry health-own transport devices house-broken rude unfair team-lost mess letdown no-sleep unwell goes-on-sad',
  ),
  doesFor(
    'That sounds hard.',
    'missing-dead breakup lonely left-out homesick missing-living job-lost home-lost quarrel regret low hurt-by getting-old child-trouble not-invited-birthday waiting ill-other money-worry behind deciding health-own insecure big-change work-moan giving-up no-sleep long-day tired-parent carer night-work goes-on-sad goes-on-worried',
  ),
  doesFor(
    'I hear you.',
    'missing-dead lonely left-out homesick missing-living job-lost quarrel regret low hurt-by getting-old child-trouble not-invited-birthday waiting nervous money-worry behind deciding health-own insecure big-change uneasy noisy-neighbours work-moan waiting-on-them transport weather-moan family-annoys rude unfair giving-up no-sleep long-day aches tired-parent carer bored meh night-work are-you-there yes no dont-know reaction story-over goes-on-sad goes-on-worried goes-on-cross',
  ),
  doesFor(
    'No wonder you feel that way.',
    'missing-dead lonely left-out homesick missing-living hurt-by not-invited-birthday nervous money-worry big-change noisy-neighbours work-moan family-annoys rude unfair long-day tired-parent carer goes-on-sad goes-on-worried goes-on-cross',
  ),
  doesFor(
    "That can't be easy.",
    'missing-dead breakup lonely left-out homesick missing-living job-lost home-lost quarrel low getting-old child-trouble not-invited-birthday waiting ill-other pet-ill money-worry behind deciding health-own insecure big-change uneasy noisy-neighbours work-moan giving-up no-sleep long-day tired-parent carer night-work goes-on-sad goes-on-worried',
  ),
  doesFor(
    'I hope it gets better soon.',
    'lonely homesick quarrel low child-trouble ill-other money-worry noisy-neighbours work-moan weather-moan no-sleep unwell aches tired-parent meh',
  ),
  doesFor(
    'I hope it turns out all right.',
    'quarrel child-trouble waiting nervous ill-other pet-ill money-worry behind deciding health-own big-change house-broken big-dream will-try goes-on-worried hopeful',
  ),
  doesFor(
    'Oh dear, poor you.',
    'mishap looks left-out failed not-invited-birthday behind noisy-neighbours work-moan waiting-on-them transport devices house-broken weather-moan rude mess letdown no-sleep long-day unwell aches tired-parent goes-on-cross',
  ),
  doesFor(
    'Oh dear.',
    'mishap animal-naughty looks confession left-out failed quarrel hurt-by broken-treasure child-trouble not-invited-birthday ill-other pet-ill money-worry behind health-own noisy-neighbours work-moan waiting-on-them transport devices house-broken weather-moan family-annoys rude unfair team-lost mess letdown no-sleep long-day unwell aches tired-parent goes-on-funny goes-on-worried goes-on-cross',
  ),
  doesFor(
    "No wonder you're fed up.",
    'noisy-neighbours work-moan waiting-on-them transport devices house-broken weather-moan family-annoys rude unfair team-lost mess letdown no-sleep unwell goes-on-cross',
  ),
  doesFor(
    'That would get to anybody.',
    'breakup left-out job-lost hurt-by child-trouble not-invited-birthday waiting money-worry uneasy noisy-neighbours work-moan waiting-on-them transport devices house-broken weather-moan family-annoys rude unfair mess no-sleep long-day tired-parent carer goes-on-sad goes-on-worried goes-on-cross',
  ),
  doesFor('I can see why that stays with you.', 'kindness dream missing-dead regret hurt-by old-days goes-on-sad tender'),
  doesFor(
    'How lovely.',
    'new-start praised passed won baby little-one wedding new-love together-again kindness new-pet pet-sweet new-home new-thing retired birthday good-food nature garden rest-well proud-of good-time pastime trip-told old-days festival trip-planned will-learn evening-plan will-host goes-on-glad comfort kind-of-you turned-out-well',
  ),
  doesFor(
    "That's good to hear.",
    'new-start praised passed achieved won baby wedding new-love together-again kindness new-home new-thing health-good relief garden rest-well money-well proud-of good-time pastime chore-done body-routine will-try compliment thanks joke-good goes-on-glad hopeful comfort turned-out-well',
  ),
  doesFor(
    'Good for you!',
    'new-start praised passed achieved won new-love new-pet new-home new-thing retired good-food garden rest-well money-well good-time pastime gave-in performed giving-up chore-done moved body-routine trip-planned will-learn evening-plan will-try will-host kind-of-you hard-thing-done',
  ),
  doesFor(
    'Well done!',
    'new-start praised passed achieved won garden money-well performed giving-up chore-done body-routine kind-of-you hard-thing-done',
  ),
  doesFor(
    "I'm glad.",
    'new-start praised passed achieved won new-love together-again kindness new-home new-thing health-good relief garden rest-well money-well good-time pastime compliment thanks joke-good goes-on-glad hopeful comfort turned-out-well',
  ),
  doesFor(
    'That sounds lovely.',
    'little-one wedding new-love together-again kindness new-pet pet-sweet new-home new-thing birthday good-food nature garden rest-well good-time pastime trip-told old-days festival trip-planned will-learn evening-plan will-host goes-on-glad comfort',
  ),
  doesFor(
    'Enjoy it!',
    'new-start new-love new-home new-thing retired birthday rest-well pastime festival trip-planned will-learn evening-plan will-host',
  ),
  doesFor(
    'That must have felt good.',
    'new-start praised passed achieved won together-again kindness new-home health-good relief money-well proud-of good-time performed chore-done goes-on-glad comfort kind-of-you turned-out-well',
  ),
  doesFor('Ha! I can just picture it.', 'pet-sweet mishap child-funny animal-naughty odd-people looks goes-on-funny'),
  doesFor(
    'Well, how about that!',
    'new-start praised passed achieved won baby little-one wedding new-love together-again kindness pet-sweet new-home relief nature garden money-well proud-of child-funny odd-people encounter gossip odd-thought goes-on-glad goes-on-funny turned-out-well',
  ),
  doesFor(
    'Is that so? Tell me more.',
    'new-love good-time pastime odd-people encounter performed dream work-told family-told moved a-person trip-told watched old-days gossip story-goes-on trip-planned will-learn big-dream odd-thought deep',
  ),
  doesFor(
    'I like hearing about that. Go on.',
    'little-one new-love together-again kindness new-pet pet-sweet new-home good-food nature garden proud-of good-time pastime child-funny dream work-told family-told a-person trip-told watched old-days festival trip-planned will-learn big-dream will-host goes-on-glad goes-on-funny',
  ),
  doesFor(
    'I see. How do you feel about it?',
    'retired confession encounter performed dream home-lost quarrel deciding work-told moved big-dream will-try story-over',
  ),
  doesFor(
    'And what happened then?',
    'mishap child-funny animal-naughty confession encounter dream quarrel rude gossip story-goes-on goes-on-glad goes-on-funny goes-on-cross hard-thing-done',
  ),
  doesFor(
    'How are you holding up?',
    'death pet-death missing-dead breakup lonely homesick missing-living job-lost home-lost quarrel getting-old child-trouble not-invited-birthday waiting ill-other pet-ill money-worry behind health-own big-change giving-up no-sleep long-day unwell tired-parent carer night-work goes-on-sad goes-on-worried',
  ),
  doesFor(
    'Fair enough.',
    'gave-in meh doing-now weather-told short-answer will-try off-now odd-thought tease insult like-a-person joke-bad yes no dont-know reaction',
  ),
  doesFor(
    'Good luck with it.',
    'new-start new-home waiting nervous behind deciding big-change waiting-on-them house-broken giving-up will-learn big-dream will-try will-host',
  ),
  doesFor(
    "I'd like to hear how it goes.",
    'new-start new-love new-pet waiting nervous deciding big-change giving-up moved trip-planned will-learn big-dream evening-plan will-try will-host',
  ),
  doesFor("Now there's a thought.", 'big-dream odd-thought why-oh-why what-if deep like-a-person'),
  doesFor("That's touching.", 'little-one kindness pet-sweet tender comfort kind-of-you'),
  doesFor(
    'Take good care of yourself.',
    'health-own no-sleep long-day unwell aches tired-parent carer night-work off-now good-night goodbye',
  ),
];

function doesFor(line: string, kinds: string): BroadLine {
  return { line, kinds: new Set(kinds.split(' ')) };
}
