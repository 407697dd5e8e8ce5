import { join } from 'node:path';
import { openLlama } from '../../../models/language/llama.ts';
import { openLocalChat } from '../../../models/language/local-chat.ts';
import { type CascadeProfile, createCascade } from '../../../models/speech-to-speech/on-device/cascade.ts';
import {
  createOnDeviceModel,
  type OnDeviceModel,
  type OnDeviceOpeners,
} from '../../../models/speech-to-speech/on-device/on-device-model.ts';
import type { ReadMeaning } from '../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import { type EngineAccess, ownModelEngine } from '../../ipc/engine-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { EngineEntry } from './engine-room.ts';
import type { ProgramFolders } from './open-conversation.ts';

type Folders = Pick<ProgramFolders, 'models' | 'workers' | 'assets'>;

/** The engine that needs no endpoint and no key: recogniser, small language model and voice of this computer. */
export function onDeviceEngine(folders: Folders, readMeaning?: ReadMeaning) {
  return createOnDeviceModel({ ...localModels(folders), ...(readMeaning === undefined ? {} : { readMeaning }) });
}

/** The same with roles that are done elsewhere. @throws EngineFailure */
export function cascadeEngine(folders: Folders, profile: CascadeProfile, keyOf: (reference: string) => string | null) {
  return createCascade(profile, { local: localModels(folders), keyOf });
}

/** The same, with the models of an engine that is there already for the roles that stay here. @throws EngineFailure */
export function cascadeBeside(here: Pick<OnDeviceModel, 'lent'>, profile: CascadeProfile, keyOf: (reference: string) => string | null) {
  return createCascade(profile, { local: here.lent, keyOf });
}

/**
 * Larger models that the user chose, each with recogniser and voice of this computer around it. Files that are gone are
 * told when they are chosen.
 */
export function ownModelEntries(folders: Folders, scope: Scope): (access: EngineAccess) => readonly EngineEntry[] {
  const opened = new Map<string, RealtimeModel>();
  const open = (file: string): RealtimeModel => {
    const id = ownModelEngine(file);
    const known = opened.get(id);
    if (known !== undefined) return known;
    const openChatModel = () => openLocalChat({ file: join(ownModelFolder(folders.models), file), id, workerFolder: folders.workers });
    const metered = { hearing: false, talk: false, voice: false };
    const model = createOnDeviceModel(
      { ...localModels(folders), openChatModel },
      { id, label: labelOf(file), runsOn: 'this-computer', metered },
    );
    scope.add(() => model.close());
    opened.set(id, model);
    return model;
  };
  return ({ ownModels }) =>
    ownModels.map((file) => ({
      ...{ id: ownModelEngine(file), label: labelOf(file), address: null, keyService: null, key: 'none' },
      ...{ isCustom: false, isHere: true, prices: null },
      open: () => open(file),
    }));
}

export function ownModelFolder(models: string): string {
  return join(models, 'own');
}

function labelOf(file: string): string {
  return file.replace(/\.gguf$/i, '');
}

function localModels(folders: Folders): OnDeviceOpeners {
  const place = { modelFolder: folders.models, workerFolder: folders.workers };
  const adapterFile = besideArchive(join(folders.assets, 'weights', 'parley-embedded-adapter.gguf'));
  return {
    openSpeechToText: () => openMoonshine(place),
    openLanguageModel: () => openLlama({ ...place, adapterFile }),
    openTextToSpeech: () => openPiper(place),
  };
}

/** Native code cannot open files inside a packaged application's archive; these lie beside it. */
function besideArchive(path: string): string {
  return path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}
