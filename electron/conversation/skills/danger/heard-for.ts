import { keepRecent } from '../keep-last.ts';
import { soundsAlike } from '../words/sounds-alike.ts';

/** Words without which a danger is not understood, and that recognisers write as others: "chased" for "chest". */
const WORDS = [
  'pain',
  ...['chest', 'heart', 'breathe', 'breathing', 'breath', 'choking', 'throat', 'tongue', 'swelling', 'swollen', 'pulse', 'seizure'],
  ...['bleeding', 'blood', 'artery', 'collapsed', 'unconscious', 'slurring', 'droopy', 'drooping', 'numb', 'headache', 'wheezing'],
  ...['swallowed', 'tablets', 'pills', 'paracetamol', 'painkillers', 'insulin', 'bleach', 'antifreeze', 'overdose', 'detergent'],
  ...['carbon', 'monoxide', 'alarm', 'smoke', 'flames', 'burning', 'leak', 'hissing', 'smell', 'rotten'],
  ...['knife', 'burglar', 'intruder', 'strangling', 'threatening', 'stabbed', 'drowning', 'socket', 'blistering', 'contractions'],
];
const LONGEST = 16;
/** Words that are said all day, whatever they sound like. */
const ORDINARY =
  /^(?:house|please|place|plays|birth|board|broad|heard|hurt|hard|bread|bride|brother|broth|people|pals|bills|smile|small|name|names|near|nap|cast|chose|just|chess|cost|trot|looked|luck|lock|like|look|lake|blue|bled|black|block|alone|stopped|staffed|steps|stuff|rather|written|return|learn|lunch|tablet|tabs|third|thirty|nephew|order|using|building|build|built|boiled|played|pulled|piled|police|plus|bless|balls|bulls|ceiling|sailing|selling|sealed|salad|salt|salty|slid|slide|sold|been|bean|bone|piano|doing|ding|tank|tonga|turning|training|draining|trip|drip|drop|derby|stepped|stupid|league|lucky|luke|logo|perth|hired|harriet|rodney|plug)$/;

const MOST_KEPT = 5000;
const meantBy = keepRecent((word) => WORDS.filter((meant) => soundsAlike(word, meant)), MOST_KEPT);

/** Readings of normalised words with one word taken for a word of danger that sounds the same. */
export function heardFor(text: string): readonly string[] {
  const words = text.split(' ');
  if (words.length > LONGEST) return [];
  return words.flatMap((word, at) =>
    ORDINARY.test(word) || WORDS.includes(word) ? [] : meantBy(word).map((meant) => words.with(at, meant).join(' ')),
  );
}
