import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin from 'wavesurfer.js/dist/plugins/regions.esm.js';
import { adoptWaveformStyle, allowWaveformFrame } from './waveform-frame.ts';

const HEIGHT_PX = 72;

export interface Waveform {
  /** @param peaks 0..1, over the whole length */
  draw(peaks: Float32Array): void;
  showPlace(ms: number): void;
  showSegment(startMs: number, endMs: number): void;
  /** @param pxASecond 0 = the whole recording in the window */
  zoom(pxASecond: number): void;
  close(): void;
}

export interface WaveformEvents {
  placeChosen(ms: number): void;
  /** The ends of the shown segment were moved. @returns false when they stay as they were */
  edgesMoved(startMs: number, endMs: number): boolean;
}

/** Draws a recording into an element. It draws and asks; what sounds is another's business. */
export function drawWaveform(container: HTMLElement, durationMs: number, events: WaveformEvents): Waveform {
  allowWaveformFrame();
  const regions = RegionsPlugin.create();
  const surfer = WaveSurfer.create({
    container,
    height: HEIGHT_PX,
    plugins: [regions],
    ...coloursOf(container),
    cursorWidth: 2,
    normalize: true,
  });
  adoptWaveformStyle(surfer.getWrapper());
  const region = { shown: null as ReturnType<typeof regions.addRegion> | null, startMs: 0, endMs: 0 };
  const showSegment = (startMs: number, endMs: number) => {
    region.shown?.remove();
    Object.assign(region, { startMs, endMs });
    const shown = regions.addRegion({
      start: startMs / 1000,
      end: endMs / 1000,
      drag: false,
      resize: true,
      color: coloursOf(container).regionColor,
    });
    region.shown = shown;
    shown.on('update-end', () => {
      if (!events.edgesMoved(shown.start * 1000, shown.end * 1000))
        shown.setOptions({ start: region.startMs / 1000, end: region.endMs / 1000 });
    });
  };
  surfer.on('interaction', (seconds) => events.placeChosen(seconds * 1000));
  const watcher = new MutationObserver(() => surfer.setOptions(coloursOf(container)));
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-appearance'] });
  let pxASecond = 0;
  return {
    draw: (peaks) => {
      void surfer.load('', [peaks], durationMs / 1000).then(() => {
        if (pxASecond > 0) surfer.zoom(pxASecond);
        if (region.endMs > 0) showSegment(region.startMs, region.endMs);
      });
    },
    showPlace: (ms) => surfer.setTime(ms / 1000),
    showSegment,
    zoom: (value) => {
      pxASecond = value;
      if (surfer.getDuration() > 0) surfer.zoom(value);
    },
    close: () => {
      watcher.disconnect();
      surfer.destroy();
    },
  };
}

function coloursOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    waveColor: colour('--line-strong'),
    progressColor: colour('--accent'),
    cursorColor: colour('--accent'),
    regionColor: `color-mix(in srgb, ${colour('--accent')} 22%, transparent)`,
  };
}
