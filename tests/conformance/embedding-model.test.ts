import { scriptedEmbedding } from '../../models/scripted/scripted-embedding.ts';
import { embeddingModelSuite } from './embedding-model-suite.ts';

embeddingModelSuite(async () => scriptedEmbedding());
