import { scriptedSpeakerEmbedding } from '../../models/scripted/scripted-speaker-embedding.ts';
import { speakerEmbeddingSuite } from './speaker-embedding-suite.ts';

speakerEmbeddingSuite(async () => scriptedSpeakerEmbedding());
