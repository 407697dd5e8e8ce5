/** Words of everyday English in their plain forms; endings are taken off before they are looked up. */
const WORDS = new Set(
  `a about above accept account across act action active actually add address afraid after afternoon again against age agency ago agree ahead air alarm
  all allow almost alone along already also although always am among amount an and anger angry animal another answer any anybody anyhow anyone anything anyway
  apart app appear apple area aren't argue arm around arrive art article as ask asleep at attack attention away baby back bad bag bake ball bank bar base basic
  battery be beach bear beat beautiful became because become bed bedroom been beer before began begin behind believe bell below beside best bet better between
  beyond big bill bird birth bit bite black blame block blood blow blue board boat body book border bore born borrow boss both bother bottle bottom bought
  bowl box boy brain brave bread break breakfast breath bridge bright bring broke broken brother brought brown build building built burn bus business busy but butter
  button buy by cable cake call calm came camera camp can can't cancel card care careful carry cart case cash cat catch caught cause center centre certain chair
  chance change channel charge chart chat cheap check cheese chicken chief child children choice choose church circle city class clean clear clever click climb clock
  close cloth cloud club coach coast coat code coffee cold collect color colour column come comfort common company computer concern cook cookie cool copy corn
  corner correct cost cough could couldn't count country couple course court cousin cover crazy cream create credit cross crowd cry cup curious current custom cut
  dad daily dance danger dark date daughter day dead deal dear death decide deep delay deliver depend desk detail did didn't die differ different difficult dig
  dinner direct dirty dish do doctor document does doesn't dog dollar don't done door double doubt down dozen draw dream dress drink drive drop drove dry due during
  dust duty each eager ear early earn earth easily east easy eat edge egg eight either electric eleven else email empty end enemy engine enjoy enough enter entire equal
  even evening event ever every everybody everyone everything exact example excellent except excite excuse exercise expect expensive explain extra eye face fact fail
  fair fall family famous far farm fast fat father favor favorite favourite fear feed feel feet fell felt few field fifteen fifty fight figure file fill film final find
  fine finger finish fire first fish fit five fix flat flight floor flow flower fly focus follow food foot for force forest forget forgot form forty forward found four free
  fresh friday friend from front fruit full fun funny further future game garden gas gate gave general get gift girl give given glad glass go goal god goes gold gone
  good got govern grade grand grass gray great green grew grey ground group grow guess guest guide had hadn't hair half hall hand handle hang happen happy hard hardly has hasn't
  hat hate have haven't he he's head health hear heard heart heat heavy held hello help her here here's hers herself hey hi hid hide high hill him himself history
  hit hold hole holiday home honest hope horse hospital host hot hotel hour house how how's however huge human hundred hungry hurry hurt husband i i'd i'll i'm i've ice idea if
  ill image imagine important in inch include indeed inside instead interest into invite is isn't island it it'll it's item its itself job join joke joy judge juice jump
  june july just keep kept key kick kid kill kind king kitchen knee knew knock know known lady lake lamp land language large last late later laugh law lay layer lazy lead leader leaf
  learn least leave left leg lemon less lesson let let's letter level library lie life lift light like likely limit line link lip list listen little live load local lock long
  look loose lose loss lost lot loud love low luck lunch machine mad made magic mail main make man manage many map march mark market married match matter may maybe me meal mean
  meant measure meat medicine meet meeting member memory men mention menu mess message met metal meter middle might mile milk million mind mine minute miss mistake mix model modern mom
  moment monday money month mood moon more morning most mother mountain mouth move movie mr mrs much mum music must my myself name narrow nation nature near nearly neck need needn't never new
  news next nice night nine no nobody noise none noon nor normal north nose not note nothing notice now number o'clock of off offer office often oh oil ok okay old on once one
  only onto open opinion or orange order other otherwise our ours out outside over own page paid pain paint pair pale pan paper parent park part partner party pass past path pay
  peace pen pencil people pepper perfect perhaps person phone photo piano pick picture piece pink pipe pizza place plain plan plane plant plate play please plenty pocket point police
  poor pop popular position possible post pound power practice present press pretty price print private prize problem program promise proper proud public pull pure purple push put
  quarter queen question quick quiet quite race radio rain raise ran rather reach read ready real reason receive recent record red relax remember remind remove rent repair repeat reply
  report rest result return rice rich ride right ring rise river road rock role roll roof room root round row rule run rush sad safe said sail salad sale salt same sand sat
  saturday save saw say scared school science score screen sea search season seat second secret see seem seen sell send sense sent sentence serious serve set seven several shade
  shake shall shape share sharp she she's shelf shine ship shirt shoe shook shop short should shoulder shout show shower shut shy sick side sign silent silly silver similar simple since sing
  sir sister sit six size skin sky sleep slept slow small smart smell smile smoke snow so soap social soft sold some somebody somehow someone something sometime sometimes somewhere son song
  soon sore sorry sort sound soup sour south space speak special speed spell spend spent spoke spoon sport spot spring square stage stair stamp stand star start state station stay
  steal step stick still stomach stone stood stop store storm story straight strange street strong student study stuff stupid style such sudden sugar suit summer sun sunday supper
  sure surprise sweet swim switch table take taken talk tall taste taught tax taxi tea teach teacher team tear tell temper ten term test than thank thanks that that's the their theirs them
  themselves then there there's these they they're thick thin thing think third thirsty thirteen thirty this those though thought thousand three threw through throw thursday thus ticket tie tight till
  time timer tiny tip tire tired title to today together told tomorrow tonight too took tooth top total touch toward town toy trade traffic train travel tree trick trip trouble truck true
  trust truth try tube tuesday turn twelve twenty twice two type ugly uncle under understand unit until up upon upset us use useful usual vegetable very video view village visit voice
  wait wake walk wall want war warm was wash wasn't watch water wave way we we'll we're we've weak wear weather wednesday week weekend weight welcome well went were weren't west wet what
  what's whatever wheel when whenever where where's whether which while white who who's whole whom whose why wide wife wild will win wind window wine winter wise wish with within without
  woke woman women won won't wonder wood word wore work world worry worse worst worth would wouldn't wrap write written wrong wrote yard yeah year yellow yes yesterday yet you you'd you'll you're
  you've young your yours yourself zero january february april august september october november december english
  france germany italy spain england britain ireland scotland europe america africa asia china japan india russia canada mexico brazil australia paris london berlin
  rome madrid tokyo boston chicago york california texas`.split(/\s+/),
);
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/'s$/, ['']],
  [/ies$/, ['y']],
  [/ied$/, ['y']],
  [/iest$/, ['y']],
  [/ier$/, ['y']],
  [/ily$/, ['y']],
  [/(.)\1(?:ed|ing|er|est)$/, ['$1']],
  [/(?:es|ed|er|est|ing)$/, ['', 'e']],
  [/(?:s|ly|n't|ful|less|ness|y)$/, ['']],
];

/** True for a word that stands in ordinary sentences in any place: it is written small without being a mistake. */
export function isEverydayWord(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('’', "'");
  if (WORDS.has(plain)) return true;
  return ENDINGS.some(([ending, stems]) => ending.test(plain) && stems.some((stem) => WORDS.has(plain.replace(ending, stem))));
}
