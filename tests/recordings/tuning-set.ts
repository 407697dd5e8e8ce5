import type { SpokenName } from './spoken-names.ts';
import type { Speaker } from './spoken-set.ts';

/**
 * What the ears are tuned on, so that the spoken set stays their judge: other names, other sentences, other speakers (and with
 * them other noise). No name, sentence or speaker of it is in the spoken set.
 */
const NAMES = `
Caoimhe|kˈiːvə|Irish
Pádraig|pˈɑːdɹɪɡ|Irish
Gráinne|ɡɹˈɔːnjə|Irish
Oisín|ˈʌʃiːn|Irish
Krzysztof|kʃˈɪʃtɔf|Polish
Małgorzata|mˌælɡɔːʒˈɑːtə|Polish
Jolanta|joʊlˈɑːntə|Polish
Alejandra|ˌɑːlehˈɑːndɹə|Spanish
Itzel|iːtsˈɛl|Maya
Rocío|ɹoʊsˈiːoʊ|Spanish
Beatriz|bˌeɪətɹˈiːz|Portuguese
Gonçalo|ɡoʊnsˈɑːloʊ|Portuguese
Ilaria|ɪlˈɑːɹiə|Italian
Gianluca|dʒˌɑːnlˈuːkə|Italian
Ulrike|uːlɹˈiːkə|German
Detlef|dˈɛtlɛf|German
Margaux|mɑːɹɡˈoʊ|French
Thibault|tiːbˈoʊ|French
Océane|ˌoʊseɪˈɑːn|French
Björn|bjˈɔːɹn|Swedish
Astrid|ˈæstɹɪd|Norwegian
Linnea|lɪnˈeɪə|Swedish
Yevgeny|jɛvɡˈɛni|Russian
Bohdan|bˈoʊdɑːn|Ukrainian
László|lˈɑːsloʊ|Hungarian
Ágnes|ˈɑːɡnɛʃ|Hungarian
Dragana|dɹˈɑːɡɑːnə|Serbian
Despina|dɛspˈiːnə|Greek
Emre|ˈɛmɹeɪ|Turkish
Gülşen|ɡuːlʃˈɛn|Turkish
Shira|ʃˈiːɹə|Hebrew
Hamza|hˈɑːmzə|Arabic
Zainab|zˈeɪnæb|Arabic
Kaveh|kɑːvˈeɪ|Persian
Anjali|ˈʌndʒəli|Indian
Vikram|vˈɪkɹəm|Indian
Harpreet|hˈɑːɹpɹiːt|Indian
Yifan|jiːfˈɑːn|Chinese
Minjun|mˈɪndʒuːn|Korean
Seoyeon|sˈʌjʌn|Korean
Akira|ɑːkˈiːɹə|Japanese
Naoko|nˈaʊkoʊ|Japanese
Adaeze|ɑːdˈeɪzeɪ|Nigerian
Sipho|sˈiːpoʊ|South African
Lerato|lɛɹˈɑːtoʊ|South African
Kofi|kˈoʊfi|Ghanaian
Wiremu|wˈɪɹɛmuː|Maori
Keala|keɪˈɑːlə|Hawaiian
`;

const SENTENCES = [
  'You can call me @.',
  'I am having coffee with @ this afternoon.',
  'Ask @ when the train leaves.',
  'My sister @ lives in Canada.',
  '@ sent me the photos.',
  'Where does @ live?',
  'Write an email to @.',
  'I think @ likes the blue one.',
  'Hello, my name is @.',
  'Is @ at home?',
  'The book belongs to @.',
  'I told @ about it.',
];

export const TUNING_NAMES: readonly SpokenName[] = NAMES.trim()
  .split('\n')
  .map((line, index) => {
    const [written = '', ipa = '', origin = ''] = line.split('|');
    return { written, ipa, origin, sentence: SENTENCES[(index * 5) % SENTENCES.length] ?? '' };
  });

/** Other manners of the local voice, and other formant voices. */
export const TUNING_SPEAKERS: readonly Speaker[] = [
  { id: 'piper-soft', voice: 'piper', speed: 0.93, pitch: 1.05 },
  { id: 'piper-low-quick', voice: 'piper', speed: 1.08, pitch: 0.93 },
  { id: 'espeak-gb', voice: 'en-gb', speed: 0.95, pitch: 1.1 },
  { id: 'espeak-us-low', voice: 'en-us', speed: 1.1, pitch: 0.75 },
];

/** No name is in them; some words sound like names of both sets. */
export const TUNING_SENTENCES: readonly string[] = [
  'I am eager to see the garden.',
  'The margin is too small.',
  'We need a bigger car go and find one.',
  'She took off her coat and sat down.',
  'There is a knee brace in the drawer.',
  'He is a keen hiker.',
  'Put the soap on the shelf.',
  'I would like some coffee please.',
  'Turn the lights off in the kitchen.',
  'The weather in Canada is cold in winter.',
  'How many miles is it to the border?',
  'A sheer drop opened behind the house.',
  'Please add lemons and sugar to my list.',
  'The dragon in the tale was green.',
  'He asked for a steady hand.',
  'My knee hurts when I walk.',
  'Read me the last message again.',
  'She wore a straw hat at the beach.',
  'They were beyond the border by noon.',
  'What is the capital of Portugal?',
  'Set an alarm for half past six.',
  'I bought a pair of shoes and a jacket.',
  'The lasso was made of rope.',
  'Give me a recipe for lentil soup.',
  'A cave near the coast was flooded.',
  'The agenda for Monday is empty.',
  'Can you translate this into German?',
  'We saw a hammer and a saw on the bench.',
  'Remind me to water the plants tonight.',
  'The leader of the band was late.',
  'It is a minor issue.',
  'I need to buy a new laptop charger.',
  'Nobody wins if we all lose.',
  'Is there a pharmacy nearby?',
  'The winner gets a golden cup.',
  'They rode a donkey up the hill.',
  'A mattress of foam costs less.',
  'Why is the sky blue?',
  'The engine made a strange noise.',
  'Tell me how a heat pump works.',
];

/** What is said => the name that is to be taken. The name before was Peter. */
export const TUNING_CORRECTIONS: readonly string[] = [
  'No, my name is Clara. => Clara',
  "It's Marta, not Peter. => Marta",
  'Not Peter, Oscar. => Oscar',
  "No, it's Hugo. => Hugo",
  "No, I'm Elena. => Elena",
  'I said Martin, not Peter. => Martin',
  "My name is not Peter, it's Thomas. => Thomas",
  "I'm not Peter, I'm Daniel. => Daniel",
  "You have my name wrong, it's Sarah. => Sarah",
  "That isn't my name. My name is Laura. => Laura",
  "Don't call me Peter, call me Max. => Max",
  'Actually, my name is Sophie. => Sophie',
  'Sorry, my name is Victor. => Victor',
  'You heard me wrong. My name is Nina. => Nina',
  'Call me Sam. => Sam',
  'Please call me Grace. => Grace',
  'You may call me Leo. => Leo',
  'Could you please call me Emma? => Emma',
  'From now on call me Felix. => Felix',
  'Everybody calls me Ben. => Ben',
  'I usually go by Kim. => Kim',
  "I'd prefer to be called Alice. => Alice",
  "Actually, it's Diana. => Diana",
  'My name is Simon, not Peter. => Simon',
  'My actual name is Helen. => Helen',
  "My name's George. => George",
  "Hi, I'm Julia. => Julia",
  'Good morning, my name is Arthur. => Arthur',
  'Save my name as Adrian. => Adrian',
  'Wrong. My name is Irene. => Irene',
  'My full name is Laura Bennett. => Laura Bennett',
  "That's spelled N, I, A, M, H. => Niamh",
  "No, it's spelled E, R, I, K. => Erik",
  'My name is spelled S, O, F, I, A. => Sofia',
  "It's spelled J, O, A, N, N, A. => Joanna",
  'Not Philip, Filip with an F. => Filip',
  "It's spelled kilo, alpha, tango, echo. => Kate",
  "It's Anna with double N, not Peter. => Anna",
  'You can spell it L, U, K, E. => Luke',
  "My name is Sara, that's S, A, R, A. => Sara",
];

/** Sentences that only look like corrections; nothing is to be taken from them. */
export const TUNING_LOOK_ALIKES: readonly string[] = [
  'My name is rather short.',
  'My name is so hard to spell.',
  'My name is very common here.',
  'My name is at the top.',
  'My name is quite unusual.',
  'My name is not easy.',
  'My name was spelled wrong.',
  'My name is too long for the form.',
  'My name is known to everyone.',
  'My name is Greek.',
  'Call me a cab.',
  'Call me in an hour.',
  'Call me at noon.',
  'Call me whenever you want.',
  'Call me lazy if you like.',
  "It's Sunday, not Saturday.",
  "It's blue, not green.",
  "It's Rome, not Milan.",
  "No, it's snowing.",
  "No, it's broken.",
  "No, I'm late.",
  "No, I'm cooking.",
  "Actually, it's Tuesday.",
  "Actually, I'm vegetarian.",
  'She said her name is Carol.',
  'If my name were Carol, I would laugh.',
  'Do you like my name?',
  'Who is Peter?',
  'Peter is a nice name.',
  'I know a man called Peter.',
  'It is spelled wrong in the book.',
  'How do you spell accommodation?',
  'The code is A, B, C.',
  'I work for the B, B, C.',
  'Not now, later.',
  'Not the red one, the blue one.',
  'I go by bike.',
  'I go by the shop every day.',
  'You can call me tonight.',
  'My name is hardly ever spelled right.',
];
