import type { Topic } from '../topic.ts';

/** What happens under one's own roof. */
export const HOME: readonly Topic[] = [
  {
    name: 'pests',
    said: /\b(ants|wasps?|mouse|mice|rats?|moths?|fleas|flies|cockroach\w*|roaches|slugs?|snails|spiders?|bed ?bugs|mosquito\w*|midges|raccoons?)\b/,
    mood: 'sad',
    sad: ['Uninvited guests! They never ask first, do they?', 'Oh dear. I hope you are rid of them soon.'],
  },
  {
    name: 'broken at home',
    said: /\b(boiler|radiator|heating|furnace|fridge|freezer|oven|washing machine|washer|dryer|dishwasher|toaster|kettle|tap|faucet|toilet|sink|shower|roof|ceiling|pipes?|drain|lift|elevator|fuse|power|electric\w*|internet|wifi|wi-fi|router|vacuum|hoover|air con\w*|garage door|lock|door)\b.*\b(broke\w*|break\w*|packed in|packed up|gave up|given up|died|dead|leak\w*|drip\w*|blocked|clogged|burst|flood\w*|stopped working|not working|isn't working|won't (?:work|start|turn on|open|close)|conked out|down|out|off|stuck|noise|funny|gone|went|on the blink|bust\w*|exploded|letting in|cutting out|jammed|squeak\w*|rattl\w*)\b|\b(lost power|power cut|blackout|no (?:heating|hot water|power|internet))\b/,
    mood: 'sad',
    glad: ['How good that it works out. One notices only when it is gone.', 'That is a story you will tell for a while.'],
    sad: ['Oh no, that is the last thing you need. Can somebody look at it?', 'These things always choose the worst moment.'],
  },
  {
    name: 'moving house',
    said: /\b(moving (?:house|home|out|in|to|away|into)|moved (?:house|home|out|in|to|away|into)|new (?:house|home|flat|apartment|place)|bought (?:a|our|my) (?:\w+ )?(?:house|home|flat|apartment|place)|pack(?:ing)? (?:up|boxes)|unpack\w*|own place|mortgage|landlord|landlady|tenant|rent(?:ing|ed)?|removal van|house hunting|viewing)\b/,
    glad: ['What a big step, congratulations! How does it feel?', 'A new place is a new chapter.'],
    sad: ['That takes strong nerves. What is the hardest part?', 'I hope it settles down soon.'],
    plain: ['That is a big change. How do you feel about it?', 'A home is made one box at a time.'],
  },
  {
    name: 'decorating',
    said: /\b(paint(?:ing|ed)? (?:the|my|our) (?:\w+ )?(?:hall\w*|room|bedroom|kitchen|walls?|fence|shed|ceiling|door|living room|bathroom|nursery)|wallpaper\w*|decorat\w+|redecorat\w+|renovat\w+|new kitchen|new bathroom|curtains|furniture|flat ?pack|shelf|shelves|sofa|couch|til(?:ed|es|ing)|cabinet|dining table|armchair|allen key|diy|carpet|rug|lampshade)\b/,
    glad: ['That must look good! You can be proud.', 'A little change does a room good.'],
    sad: ['Oh dear. Is there a way to save it?', 'Every home has a corner like that.'],
    plain: ['And do you like it?', 'A little change does a room good.'],
  },
  {
    name: 'cleaning',
    said: /\b(clean(?:ing|ed)?|scrubb\w+|mess|untidy|clutter\w*|chaos|(?:un)?tid(?:y|ied|ying)|bags of|got rid of|threw out|charity shop|hoover\w*|vacuum\w*|mop\w*|dust(?:ing|ed)?|declutter\w*|sort(?:ing|ed) (?:out|through)|spring clean\w*|wash(?:ing|ed)? up|dishes|cups|plates|spotless|chores?|housework|garage|attic|loft|cupboards?|wardrobe|closet|drawers?)\b/,
    glad: ["That is a good feeling, isn't it?", 'A tidy corner clears the head as well.'],
    sad: ['It never ends, does it?', 'A bit at a time. The rest will wait.'],
    plain: ['That kind of work is never quite done, is it?', 'A tidy corner clears the head as well.'],
  },
  {
    name: 'laundry',
    said: /\b(laundry|ironing|sheets|washing|the wash|clothes|loads of|socks?|shrunk|shrank|stain\w*|odd sock|clean clothes)\b/,
    glad: ['Small joys like that make a day.', "There is something about fresh linen, isn't there?"],
    sad: ['Oh dear. It always happens to the good things.', 'I am sorry. Perhaps it can be saved.'],
    plain: ['That pile never really goes away, does it?', 'Put on some music and it goes by faster.'],
  },
  {
    name: 'lost and forgotten',
    said: /\b(slipped my mind|walkabout|lost (?:my|our|the|his|her)|can't find|couldn't find|mislaid|misplaced|forgot|forgotten|left (?:my|the|our) (?:\w+ ){1,2}(?:at|on|in|behind)|locked (?:myself|ourselves|me) out|smashed|cracked|shattered|ripped|tore)\b/,
    mood: 'sad',
    sad: ['Oh no. Could it still be put right?', 'How annoying. That can happen to anybody.'],
  },
  {
    name: 'spills',
    said: /\b(spilled|spilt|dropped (?:a|an|my|the) (?!hint)|knocked (?:\w+ ){0,5}over|went everywhere|all down my|all over (?:the|my)|tipped over)\b/,
    mood: 'sad',
    sad: ['Oh no! Was there a lot to clear up?', 'It happens to everybody, and always on a clean floor.'],
  },
  {
    name: 'tradespeople',
    said: /\b(electrician|plumber|builders?|handyman|repair ?man|roofer|engineer|workmen|boiler (?:man|visit)|between \w+ and \w+)\b/,
    glad: ['Somebody who knows the trade is worth a lot.', 'Good that it is done.'],
    sad: ['How tedious. Have they said when they will come?', 'Waiting in is the longest kind of day.'],
    plain: ['And did it work out?', 'I hope it is done soon.'],
  },
  {
    name: 'found',
    said: /\b(found(?! (?:my first|out|it (?:hard|difficult)|that))|turned up again|came across|discovered)\b/,
    glad: ['What a nice surprise! That must have made your day.', 'That is luck. Enjoy it.'],
    plain: ['What a find! How did it make you feel?', 'Funny what turns up when one is not looking.'],
  },
  {
    name: 'keepsakes',
    said: /\b(old (?:photo\w*|pictures|letters?|diary|diaries|records|toys?|album)|photo\w*|letter|postcard|diary|journal|heirloom|keepsake|scrapbook|memories|when i was (?:little|a (?:kid|child|boy|girl)|young\w*|six|seven|eight|nine|ten|small)|childhood|years ago|back in the day|used to|old (?:flat|house|home|school|street|job|days)|grew up|remember (?:when|how))\b/,
    glad: ['That is a warm memory. Thank you for sharing it.', 'Some things stay bright however long ago they were.'],
    sad: ['It sounds as if it still means a lot to you.', 'Memories can be sweet and sore at once.'],
    plain: ["That takes you back, doesn't it?", 'I like hearing about how things were.'],
  },
  {
    name: 'noise',
    said: /\b(drilling|noise|noisy|loud|banging|hammering|car alarm|sirens?|snor\w+|blaring|racket|leaf blower|building work|construction|roadworks)\b/,
    mood: 'sad',
    sad: ['That would wear anybody down. How long has it been going on?', 'I hope it goes quiet soon. You have earned it.'],
  },
  {
    name: 'bath and bed',
    said: /\b(bath|bubble bath|blanket|pyjamas|pajamas|candles?|cosy|cozy|fireplace|log fire|armchair|feet up|duvet|pillow|lie in|slept in|lazy|relax\w*|unwind\w*|did (?:absolutely )?nothing|doing (?:absolutely )?nothing|quiet (?:night|evening|day)|day off|sit down|sat down)\b/,
    glad: ['That sounds like just the right thing. Enjoy every minute.', 'Lovely. Rest is not a luxury.'],
    sad: ['I hope you get some real rest soon.', 'Put your feet up, if only for a while.'],
    plain: ['That sounds restful. Is it doing you good?', 'Rest is not a luxury. Enjoy it.'],
  },
  {
    name: 'quiet',
    said: /\b(quiet|silent|silence|peaceful)\b/,
    glad: ['That sounds like a good kind of quiet.', 'Moments like that are worth keeping.'],
    sad: ['Quiet can be heavy. I am here, if you want some company in it.', 'I hear you. We can fill it with a bit of talk.'],
    plain: ['Is it a good quiet, or too much of it?', 'I am here, if you want some company in it.'],
  },
];
