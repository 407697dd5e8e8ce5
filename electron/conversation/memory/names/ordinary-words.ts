const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that stand in no name, at least where they are in lower case: "my name is hard to spell", "call me later". */
export const FUNCTION_WORDS = set(`
  a an the this that these those my your his her its our their what which who whom whose where when why how
  not no yes yeah nope on in at by for from of off to up out with without about as if is are was be been being do does did
  will would can could shall should may might must or and but so than then too very really quite just only also around over under
  i you he she it we they me him them us something anything everything someone anyone everyone nobody nothing somebody anybody everybody
  every each all any some more most much many few again back soon later now here there because until after before whenever while
  please like whatever whoever wherever anytime sometime maybe perhaps never always ever often sometimes usually please right name names first last
  middle one two three four five six seven eight nine ten half never once twice such same other another else still already yet even
  actually correction anyway well oh hello hi hey okay thanks incidentally
  think know want need said say says mean meant call called go going come coming get got let make take see look tell ask give put
  enough almost rather instead else though although`);
/** They are names as well: taken where a name is told in so many words and nothing follows. */
export const NAMES_TOO = set('will may an my so do long rich pat art sue bill drew chase');
/** How things are. Never names in lower case; with a capital only where a name is told in so many words. */
const STATES = set(`
  hard easy difficult long short common rare weird strange funny famous important unusual boring beautiful pretty spelled spelt written pronounced
  misspelled mispronounced wrong right correct incorrect different unknown secret mud dirt fine cool ok okay alright good great bad nice cold hot warm
  wet dry dark light late early true false ready done open closed full empty free busy broken dead alive new old young big small high low fast slow
  loud quiet heavy cheap expensive clean dirty safe sick ill well better worse best worst less mine yours hungry thirsty sorry afraid sure glad happy
  sad tired sleepy bored lost crazy stupid lazy lucky paranoid silly mad angry upset confused ashamed alone single married vegan vegetarian serious
  curious nervous excited scared fake real foreign private public cute ugly blank missing gone taken available anonymous classified stressed
  awake asleep sober drunk pregnant naive romantic cynical blind deaf mute rude mean kind smart clever dumb weak strong rich poor famous fun
  home work school outside inside away online offline everywhere nowhere legion irrelevant vacant embarrassing sensitive skeptical old-fashioned
  fashioned sentimental superstitious impatient picky spoiled biased ignorant innocent guilty finished through wide cursed longer shorter
  water coffee tea milk food lunch dinner breakfast noon midnight morning evening night tomorrow today tonight yesterday sunny cloudy windy rainy snowy
  red green blue white black yellow orange brown pink purple grey gray left north south east west second third next time money life love music sugar
  salt chess science magic taxi cab ambulance train bus bike bicycle car foot plane boat ferry tram metro subway cash card email phone mail text
  doctor thanks hello goodbye stop wait nothing trouble history fiction garbage trash nonsense rubbish rain snow fog summer winter spring autumn fall
  tall brave shy fluent instinct intuition feeling gut ear memory rules law sight sound genius hero legend freedom miner fool dreamer`);
export const PEOPLES = set(`
  african albanian american arab arabic armenian asian australian austrian baptist belgian black brazilian british buddhist bulgarian canadian catholic chilean
  chinese christian colombian croatian cuban czech danish dutch egyptian english estonian ethiopian european filipino finnish french georgian german greek
  cantonese mandarin hebrew hindu hispanic hungarian icelandic indian indonesian iranian iraqi irish israeli italian japanese jewish kenyan korean latin latino latvian
  lebanese lithuanian lutheran malaysian methodist mexican mongolian mormon moroccan muslim nepali nigerian norwegian orthodox pakistani palestinian persian
  peruvian polish portuguese protestant romanian russian scandinavian scottish serbian sicilian sikh singaporean slovak slovenian somali spanish swedish swiss
  syrian taiwanese thai tibetan tunisian turkish ukrainian uzbek vegan venezuelan vietnamese welsh atheist agnostic gemini taurus aries leo virgo libra
  scorpio sagittarius capricorn aquarius pisces republican democrat`);
/** Nobody is called by these, whatever is said. */
export const TIMES = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march july september october november december',
);
/** Written with capitals, and more often meant than somebody of that name: "no, it's Berlin". */
export const CAPITAL_THINGS = set(`
  april may june august christmas easter ramadan hanukkah halloween thanksgiving diwali passover god jesus bible
  mercury venus earth mars jupiter saturn uranus neptune pluto moon sun sparta
  africa asia europe america australia antarctica england scotland wales ireland britain france germany spain italy portugal greece turkey russia
  ukraine poland austria switzerland belgium holland netherlands denmark norway sweden finland iceland hungary romania bulgaria serbia croatia
  georgia egypt morocco nigeria kenya ethiopia israel iran iraq syria lebanon india pakistan china japan korea vietnam thailand indonesia malaysia mexico
  canada brazil argentina chile peru colombia cuba usa uk texas california florida alaska hawaii ohio nevada
  paris london berlin rome madrid barcelona lisbon vienna munich hamburg frankfurt zurich geneva brussels amsterdam dublin edinburgh glasgow manchester
  liverpool milan naples venice athens istanbul moscow kiev kyiv warsaw prague budapest stockholm oslo copenhagen helsinki tokyo kyoto beijing shanghai
  delhi mumbai bangkok singapore sydney melbourne canberra auckland cairo nairobi boston austin chicago houston dallas seattle denver miami
  atlanta detroit philadelphia washington toronto montreal vancouver york angeles francisco vegas brooklyn manhattan hollywood broadway springfield
  google amazon apple microsoft netflix facebook twitter instagram whatsapp spotify youtube tesla toyota honda ford bmw samsung sony nokia intel nvidia
  linux windows android python java javascript rust wikipedia nasa nato siri alexa cortana pepsi nike adidas starbucks ikea lego disney uber
  mozart beethoven bach chopin vivaldi wagner verdi brahms schubert tchaikovsky shakespeare goethe einstein newton darwin picasso rembrandt napoleon
  caesar cleopatra hamlet macbeth batman superman spiderman messi ronaldo maradona federer nadal obama trump biden putin eminem beyonce madonna
  celsius fahrenheit kelvin jazz blues rock techno opera dracula frankenstein sherlock bitcoin docker github wimbledon arsenal
  chelsea juventus romeo juliet potter wars trek satan zeus apollo buddha allah pizza pasta sushi`);
/** "It's raining", "it's closed": in lower case nothing else tells them from a name. */
const STATE_ENDING = /(?:ing|ed|ly|ful|less|ous|able|ible|ish|ant|ent|ive|ical|est)$/iu;

/** True for a word that is no name where names are only hinted at: "no, it's Friday", "my wife is Italian". */
export function isOrdinaryWord(name: string): boolean {
  return name
    .toLowerCase()
    .split(' ')
    .some((word) => PEOPLES.has(word) || TIMES.has(word) || CAPITAL_THINGS.has(word) || STATES.has(word) || FUNCTION_WORDS.has(word));
}

/** True for a lower-case word that tells how something is. */
export function isState(word: string): boolean {
  const lower = word.toLowerCase();
  return STATES.has(lower) || PEOPLES.has(lower) || TIMES.has(lower) || STATE_ENDING.test(lower);
}
