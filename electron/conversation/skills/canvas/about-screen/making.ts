import { firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';

/** A bare verb behind one thing is told to somebody ("to keep it straight make a table"); behind several it is told of them. */
const UNJOINED =
  '(?<=\\S )(?<!(?:^|\\b)(?:i|you|he|she|it|we|they|who|which|that|to|not|never|always|often|usually|sometimes|even|still|only|would|will|can|could|should|must|might|may|did|does|do|let|lets|help|helped|him|her|them|a|an|the|my|your|his|her|our|their|this|some|no|all|both|people|children|men|women|folk|parents|or) )(?<![^su]s )(?:make|start|create|draw up|draw|set up|put together|knock up|rustle up|open)(?= (?:me |us |up )*(?:a|an|another) )';
const ASKED = `(?:BEGIN(?:(?:set|knock|draw|write|put|rustle) (?:me|us) (?:up|together)|start|make|create|begin|open|draw up|draw|put together|set up|write up|write|prepare|do|give me|build|lay out|knock up|rustle up)|${UNJOINED}|\\b(?:could|can|may) (?:we|i) (?:possibly |maybe |please )*(?:have|get)|\\bwhat (?:i|we) (?:would like|need|want) is|\\blet us (?:have|do|make|start|get)|\\bnew(?= )|BEGIN(?:get|have)|\\b(?:we|i) (?:will need|will want|need|would like|want|could do with))`;
const NAME =
  '(?<name>(?:(?!(?:i|we|you|he|she|they|is|are|was|were|that|which|of|off|with|because|so|if|long|whole|waiting|price|wine)\\b)\\S+ ){0,4}?)';
const HOLDING =
  '(?:with|showing|containing|starting with|beginning with|including|holding|that has|which has|that says|that shows|and put|and add|and start with|made up of|listing|the columns are)(?: (?:the|two|three|four|a|just|on it|in it|my|our))* ?(?:columns? (?:for |called |named )?(?:the )?)?';

/** A list or table with what is on it. */
const MADE: readonly RegExp[] = [
  frame(
    `${ASKED} (?:me |us |up |off )*(?:(?:a|an|another|my|our|the) )?(?:(?:new|little|quick|simple|short|proper|nice|small|fresh) )*${NAME}(?<kind>list|table|plan|checklist|chart|grid)(?: going| started| please| now| for (?:me|us)(?= (?:with|showing|of|that|on|$)))*(?: (?:of|for|about) (?<about>(?:(?!with\\b)\\S+ ){0,6}?\\S+?))?(?: (?:${HOLDING}|please |(?:i|we) (?:must|need to|have to|should) (?:buy|get|pack|do|bring) )(?<content>(?! )\\S.*?)| (?<listed>(?:\\S+ ){1,12}?and \\S+(?: \\S+){0,2}?))?(?: on (?:it|there))?(?: please| for me| thanks| will you| would you)*$`,
  ),
];
/** Of a list that was spoken of: "the kids want a list of their own, could you begin one with crayons and glue". */
const ONE = frame(
  '\\blist\\b.*\\b(?:begin|start|make|open|do) (?:one|another|a new one) (?:with|of) (?<content>(?! )\\S.*?)(?: on it| please| for (?:me|now))*$',
);
const IN_COLUMNS = / in (?:(?:one|the first|the second|the next|another|the other) column|the other)\b/gi;
const TABLES = /^(?:table|chart|grid)$/;

/** "We're off camping, so start a packing list with tent, torch and sleeping bag". */
export const readMaking: ScreenReader = (talk) => {
  const fit = firstFit([...MADE, ONE], talk);
  if (fit === null) return null;
  const said = fit.groups['kind'] ?? 'list';
  const kind = TABLES.test(said) ? 'table' : said === 'plan' ? 'plan' : 'list';
  const name = (writtenAt(talk, fit, 'name') || null) ?? writtenAt(talk, fit, 'about');
  const content = (writtenAt(talk, fit, 'content') ?? writtenAt(talk, fit, 'listed'))?.replaceAll(IN_COLUMNS, '') ?? null;
  // Without either it is the plain phrase, or talk about some list.
  if (name === null && content === null) return null;
  const held = content === null ? {} : { [kind === 'list' ? 'items' : 'columns']: content };
  return { skill: 'canvas.make', arguments: { kind, ...(name === null ? {} : { name }), ...held } };
};
