/** By the kind of what was said (`talk/garden` to the net of meaning): what a listener says to it, whatever of that kind it is. */
export type Moves = Readonly<Record<string, readonly string[]>>;
