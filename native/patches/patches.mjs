/**
 * @typedef {{ name: string, version: string, file: string, find: string, replace: string }} Patch
 * `find` must occur exactly once.
 */

/** @type {readonly Patch[]} */
export const PATCHES = [
  {
    // On Linux the library loads every binary in a forked process first, to see whether it crashes. Main may fork by
    // `utilityProcess`; elsewhere in Electron it forks `process.execPath` as Node, which the RunAsNode fuse forbids in the
    // packaged application. Our language model runs in the conversation process, which main starts again when it dies: the
    // process is the crash barrier, so the trial is left out exactly where it cannot work.
    name: 'node-llama-cpp',
    version: '3.21.1',
    file: 'dist/bindings/utils/testBindingBinary.js',
    find: '    const forkFunction = await getForkFunction();\n',
    replace: '    const forkFunction = await getForkFunction();\n    if (runningInElectron && forkFunction.type === "node") return true;\n',
  },
];
