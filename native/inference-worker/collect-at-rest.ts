import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Nobody waits for a thread that had nothing to do for so long. */
const REST_MS = 2000;

/**
 * Has the garbage of a thread collected whenever it rests. Tensors lie outside the heap and hang on small objects in it: a thread that made
 * a hundred megabytes of them and then waits for the next sentence makes no new object, and so collects none of the old.
 * @returns to be told when work begins (`true`) and when it ends
 */
export function collectAtRest(): (isWorking: boolean) => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let rest: NodeJS.Timeout | null = null;
  return (isWorking) => {
    if (rest !== null) clearTimeout(rest);
    // The thread may end while it rests.
    rest = isWorking ? null : setTimeout(collect, REST_MS).unref();
  };
}
