import { useEffect, useRef } from 'react';
import type { Presence as PresenceName } from '../../electron/ipc/presence-schema.ts';
import { sentences } from '../sentences.ts';
import { useWindow } from './conversation-store.ts';
import { microphone, theSpeaker } from './devices.ts';
import { drawPresence } from './presence-picture.ts';

const SIZE = 176;

/** A form that listens, thinks, speaks and yields; the same in words below it. */
export function Presence() {
  const presence = useWindow((state) => state.conversation?.presence ?? 'starting');
  const activity = useWindow((state) => state.conversation?.activity ?? null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => animate(canvas.current, presence), [presence]);
  return (
    <div className="presence" data-presence={presence}>
      <canvas ref={canvas} width={SIZE * 2} height={SIZE * 2} aria-hidden />
      <output className="presence-words">{activity ?? sentences.presence[presence]}</output>
    </div>
  );
}

/** Draws while something moves; an idle form is drawn once and costs nothing. Returns its stop. */
function animate(canvas: HTMLCanvasElement | null, presence: PresenceName): () => void {
  const context = canvas?.getContext('2d') ?? null;
  if (canvas === null || context === null) return () => undefined;
  let voice = 0;
  let running = true;
  let stopLevel: () => void = () => undefined;
  if (presence === 'speaking') {
    void theSpeaker().then((speaker) => {
      if (running) stopLevel = speaker.onLevel((level) => (voice = Math.min(1, level * 6)));
    });
  }
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const moves = presence === 'listening' || presence === 'speaking' || presence === 'thinking';
  const draw = (timeMs: number) => {
    if (!running) return;
    const level = presence === 'listening' ? microphone.meter.level : voice;
    drawPresence(context, {
      presence,
      level: still ? 0.4 : level,
      timeMs: still ? 0 : timeMs,
      size: canvas.width,
      style: getComputedStyle(canvas),
    });
    if (moves && !still) requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  return () => {
    running = false;
    stopLevel();
  };
}
