import { readFileSync } from 'node:fs';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { type Menu, menuSchema } from '../../../electron/ipc/menu-schema.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';
import { scriptedContext } from './scripted-context.ts';

const menuFile = new URL('../../../assets/menus/drive-in.json', import.meta.url);
/** The menu that ships with Parley. */
export const driveIn: Menu = menuSchema.parse(JSON.parse(readFileSync(menuFile, 'utf8')));

export interface Said {
  /** Null when no skill took the words. */
  readonly skill: string | null;
  readonly sentence: string;
}

/** Says one sentence after the other, and chooses the skill as an engine without tool calls does. */
export function talkAtScreen({ takesOrders }: { readonly takesOrders: boolean }) {
  const { context, shelf } = scriptedContext();
  const menu = () => (takesOrders || shelf.current?.kind === 'order' ? driveIn : null);
  const tools = toolDefinitions(builtInSkills, { knows: () => false, canvas: () => shelf.current, earlier: () => shelf.earlier, menu });
  const say = async (utterance: string): Promise<Said> => {
    const best = bestTool(tools, utterance);
    if (best === null) return { skill: null, sentence: 'not understood' };
    const { tool, match } = best;
    const { sentence } = await runSkill(builtInSkills, tool.name, match.arguments, { ...context, utterance });
    return { skill: tool.name, sentence };
  };
  return { say, shelf };
}
