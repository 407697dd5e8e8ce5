import type { Presence } from '../../electron/ipc/presence-schema.ts';

export interface PresencePicture {
  readonly presence: Presence;
  /** Loudness of whoever speaks, 0..1. */
  readonly level: number;
  readonly timeMs: number;
  /** Side of the square canvas in device pixels. */
  readonly size: number;
  readonly style: CSSStyleDeclaration;
}

type Draw = (context: CanvasRenderingContext2D, picture: PresencePicture, radius: number) => void;

/** Four forms that differ without colour: a ring, a ring of bars, three dots on their way, a full wave. */
export function drawPresence(context: CanvasRenderingContext2D, picture: PresencePicture): void {
  const { size, presence, style } = picture;
  context.clearRect(0, 0, size, size);
  context.save();
  context.translate(size / 2, size / 2);
  const colour = presence === 'listening' ? '--live' : presence === 'unavailable' || presence === 'starting' ? '--line-strong' : '--accent';
  context.strokeStyle = style.getPropertyValue(colour);
  context.fillStyle = style.getPropertyValue(colour);
  context.lineCap = 'round';
  FORMS[presence](context, picture, size * 0.28);
  context.restore();
}

const ring: Draw = (context, { size }, radius) => {
  context.lineWidth = size * 0.012;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
  context.globalAlpha = 0.1;
  context.beginPath();
  context.arc(0, 0, radius * 0.82, 0, 2 * Math.PI);
  context.fill();
};

const BARS = 48;

const bars: Draw = (context, { size, level, timeMs }, radius) => {
  context.lineWidth = size * 0.014;
  for (let bar = 0; bar < BARS; bar++) {
    const angle = (bar / BARS) * 2 * Math.PI;
    const wave = 0.55 + 0.45 * Math.sin(bar * 1.7 + timeMs / 110) * Math.cos(bar * 0.6 - timeMs / 240);
    const length = size * (0.012 + 0.16 * level * wave);
    context.beginPath();
    context.moveTo(Math.cos(angle) * radius, Math.sin(angle) * radius);
    context.lineTo(Math.cos(angle) * (radius + length), Math.sin(angle) * (radius + length));
    context.stroke();
  }
  context.globalAlpha = 0.12 + 0.2 * level;
  context.beginPath();
  context.arc(0, 0, radius * 0.82, 0, 2 * Math.PI);
  context.fill();
};

const dots: Draw = (context, { size, timeMs }, radius) => {
  for (let dot = 0; dot < 3; dot++) {
    const angle = timeMs / 520 + (dot / 3) * 2 * Math.PI;
    context.globalAlpha = 0.45 + 0.55 * ((dot + 1) / 3);
    context.beginPath();
    context.arc(Math.cos(angle) * radius * 0.6, Math.sin(angle) * radius * 0.6, size * 0.03, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 0.25;
  context.lineWidth = size * 0.008;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
};

const POINTS = 72;

const wave: Draw = (context, { level, timeMs }, radius) => {
  for (let layer = 0; layer < 3; layer++) {
    context.globalAlpha = [0.16, 0.3, 0.9][layer] ?? 1;
    context.beginPath();
    for (let point = 0; point <= POINTS; point++) {
      const angle = (point / POINTS) * 2 * Math.PI;
      const swing = Math.sin(angle * 3 + timeMs / 260 + layer) + Math.sin(angle * 5 - timeMs / 340 + layer * 2);
      const distance = radius * (1.12 - layer * 0.16) * (1 + swing * 0.06 * (0.25 + level));
      context.lineTo(Math.cos(angle) * distance, Math.sin(angle) * distance);
    }
    context.fill();
  }
};

const FORMS: Readonly<Record<Presence, Draw>> = {
  starting: ring,
  idle: ring,
  unavailable: ring,
  listening: bars,
  thinking: dots,
  speaking: wave,
};
