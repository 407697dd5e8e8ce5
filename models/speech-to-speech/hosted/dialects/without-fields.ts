/** A copy without the named fields. @param paths `audio.output.speed` */
export function without(object: object, paths: readonly string[]): object {
  return paths.reduce((copy, path) => withoutPath(copy, path.split('.')), object);
}

function withoutPath(object: object, [first, ...rest]: readonly string[]): object {
  if (first === undefined || !Object.hasOwn(object, first)) return object;
  const { [first]: value, ...others } = object as Record<string, unknown>;
  if (rest.length === 0 || typeof value !== 'object' || value === null) return others;
  return { ...others, [first]: withoutPath(value, rest) };
}
