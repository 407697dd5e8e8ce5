/**
 * The page takes no markup from strings (Trusted Types) and no inline style. wavesurfer.js builds its frame from one
 * fixed piece of markup with a style in it: exactly that piece is let through, without the style, which is given to the
 * frame as a sheet instead. Everything else stays refused.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown;
}

const FRAME =
  '<div class="scroll" part="scroll"> <div class="wrapper" part="wrapper"> <div class="canvases" part="canvases"></div> ' +
  '<div class="progress" part="progress"></div> <div class="cursor" part="cursor"></div> </div> </div>';

let style = '';
let isAllowed = false;

/** Before the first waveform is made; later calls do nothing. */
export function allowWaveformFrame(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  if (isAllowed || trustedTypes === undefined) return;
  trustedTypes.createPolicy('default', { createHTML: waveformFrame });
  isAllowed = true;
}

/** @returns the markup that may be used in place of this; null refuses it */
export function waveformFrame(html: string): string | null {
  // Emptying an element goes the same way.
  if (html === '') return '';
  const parts = /^\s*<style>([^<]*)<\/style>\s*([\s\S]*?)\s*$/.exec(html);
  if (parts?.[2]?.replace(/\s+/g, ' ') !== FRAME) return null;
  style = parts[1] ?? '';
  return FRAME;
}

/** @param inside any element of the frame */
export function adoptWaveformStyle(inside: HTMLElement): void {
  const root = inside.getRootNode();
  if (!(root instanceof ShadowRoot) || style === '') return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
}
