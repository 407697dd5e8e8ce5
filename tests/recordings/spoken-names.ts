/** A name, how it is really said (American English sounds, as the voices have them), and a sentence it stands in. */
export interface SpokenName {
  readonly written: string;
  readonly ipa: string;
  readonly origin: string;
  /** `@` stands for the name. */
  readonly sentence: string;
}

/** Written | said | origin. The sounds are those of English speakers who know the name, after dictionaries of pronunciation. */
const NAMES = `
Igor|ˈiːɡɔːɹ|Russian
Saoirse|sˈɪɹʃə|Irish
Nguyen|wˈɪn|Vietnamese
Siobhan|ʃɪvˈɔːn|Irish
Xochitl|sˈoʊtʃiːl|Nahuatl
Aoife|ˈiːfə|Irish
Niamh|nˈiːv|Irish
Wojciech|vˈɔɪtʃɛk|Polish
Agnieszka|æɡnjˈɛʃkə|Polish
Zbigniew|zbˈɪɡnjɛf|Polish
Joaquin|wɑːkˈiːn|Spanish
Ximena|hɪmˈeɪnə|Spanish
Guillermo|ɡiːjˈɛɹmoʊ|Spanish
Thiago|tʃiˈɑːɡoʊ|Portuguese
João|ʒuˈaʊ|Portuguese
Chiara|kiˈɑːɹə|Italian
Giuseppe|dʒuːsˈɛpi|Italian
Matteo|mətˈeɪoʊ|Italian
Jürgen|jˈɜːɡən|German
Anneliese|ˌɑːnəlˈiːsə|German
Heinrich|hˈaɪnɹɪk|German
Françoise|fɹɑːnswˈɑːz|French
Guillaume|ɡiːjˈoʊm|French
Anaïs|ˌɑːnaɪˈiːs|French
Benoît|bɛnwˈɑː|French
Sven|svˈɛn|Swedish
Åsa|ˈoʊsə|Swedish
Søren|sˈɔːɹən|Danish
Dmitri|dəmˈiːtɹi|Russian
Svetlana|svɛtlˈɑːnə|Russian
Oksana|ɑːksˈɑːnə|Ukrainian
Zoltán|zˈoʊltɑːn|Hungarian
Eszter|ˈɛstɚ|Hungarian
Goran|ɡˈɔːɹɑːn|Serbian
Nikos|nˈiːkoʊs|Greek
Eleftheria|ˌɛlɛfθɛɹˈiːə|Greek
Mehmet|mɛmˈɛt|Turkish
Ayşe|aɪʃˈeɪ|Turkish
Yitzhak|jˈɪtsɑːk|Hebrew
Noa|nˈoʊə|Hebrew
Fatima|fˈɑːtɪmə|Arabic
Khalid|kɑːlˈiːd|Arabic
Layla|lˈeɪlə|Arabic
Darius|dˈæɹiəs|Persian
Priya|pɹˈiːjə|Indian
Rajesh|ɹɑːdʒˈɛʃ|Indian
Lakshmi|lˈʌkʃmi|Indian
Arjun|ˈɑːɹdʒʊn|Indian
Xiaoming|ʃaʊmˈɪŋ|Chinese
Qing|tʃˈɪŋ|Chinese
Jiwoo|dʒˈiːwuː|Korean
Haruki|hɑːɹˈuːki|Japanese
Kaito|kˈaɪtoʊ|Japanese
Chidi|tʃˈiːdi|Nigerian
Ngozi|əŋɡˈoʊzi|Nigerian
Thabo|tˈɑːboʊ|South African
Nomvula|nɑːmvˈuːlə|South African
Kwame|kwˈɑːmeɪ|Ghanaian
Aroha|ˈɑːɹoʊhə|Maori
Kekoa|keɪkˈoʊə|Hawaiian
`;

const SENTENCES = [
  'My name is @.',
  'I have a meeting with @ tomorrow.',
  'Please call me @.',
  'Tell @ that I will be late.',
  'This is my friend @.',
  '@ is coming to dinner on Friday.',
  'Remind me to call @ at five.',
  'What did @ say about the trip?',
  'Send a message to @.',
  "What is @'s phone number?",
  'I had lunch with @ today.',
  'Hi, this is @ speaking.',
];

export const SPOKEN_NAMES: readonly SpokenName[] = NAMES.trim()
  .split('\n')
  .map((line, index) => {
    const [written = '', ipa = '', origin = ''] = line.split('|');
    // Five steps on per name: neighbours of one origin do not all stand in the same place.
    return { written, ipa, origin, sentence: SENTENCES[(index * 5) % SENTENCES.length] ?? '' };
  });
