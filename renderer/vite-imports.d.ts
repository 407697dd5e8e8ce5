/** A worklet's or worker's built address, as Vite gives it. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
declare module '*.css';
declare module '@fontsource-variable/inter';
