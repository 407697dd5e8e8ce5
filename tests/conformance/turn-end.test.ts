import { scriptedTurnEnd } from '../../models/scripted/scripted-turn-end.ts';
import { turnEndSuite } from './turn-end-suite.ts';

turnEndSuite(async () => scriptedTurnEnd([0.9, 0.1, 0.9]), new Float32Array(16_000), new Float32Array(16_000));
