import { scriptedMeaning } from '../../models/scripted/scripted-meaning.ts';
import { meaningModelSuite } from './meaning-model-suite.ts';

meaningModelSuite(async () => scriptedMeaning());
