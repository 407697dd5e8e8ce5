import { useEffect, useRef, useState } from 'react';
import { TUNING_STEP_MS, TUNING_STEPS, type TuningState } from '../../electron/ipc/tuning-schema.ts';
import { microphone } from '../conversation/devices.ts';
import { fill, sentences } from '../sentences.ts';
import { FoundTable } from './FoundTable.tsx';
import { beginTuning, changeTuning, finishStep, goOn, readTuning, startStep, stopTuning, useTuning } from './tuning.ts';
import './tuning.css';

const words = sentences.tuning;

/** One minute that fits turn-taking to one person: pauses, "mhm", the echo of the room; before and after on their own sound. */
export default function TunePane() {
  const { phase, state, results, told } = useTuning();
  useEffect(() => {
    void readTuning();
    // Whoever leaves takes the microphone back.
    return () => void stopTuning();
  }, []);
  return (
    <div className="sheet">
      <h2>{words.title}</h2>
      <p className="quiet">{words.why}</p>
      <p className="told" role="status">
        {told === null ? null : words[told]}
      </p>
      {phase === 'rest' && state !== null && <AtRest state={state} />}
      {(phase === 'ready' || phase === 'hearing' || phase === 'measuring') && <Step />}
      {results.length > 0 && <FoundTable results={results} />}
      {phase === 'done' && (
        <div className="choices start">
          <button type="button" className="button main" onClick={() => void changeTuning('kept')}>
            {words.keep}
          </button>
          <button type="button" className="button" onClick={() => void stopTuning()}>
            {words.discard}
          </button>
        </div>
      )}
    </div>
  );
}

function AtRest({ state: { manner, canUndo } }: { state: TuningState }) {
  const { pauseFactor, listeningWords, echo } = manner;
  const echoWords = () => {
    if (echo === null) return words.now.echoUnknown;
    return echo.gain < 1e-4 ? words.now.noEcho : fill(words.now.echo, { decibels: Math.round(20 * Math.log10(echo.gain)) });
  };
  return (
    <section className="card">
      <h3>{words.now.title}</h3>
      <ul className="list">
        <li>{fill(words.now.pauses, { factor: pauseFactor.toFixed(2) })}</li>
        <li>{fill(words.now.words, { count: listeningWords.length })}</li>
        <li>{echoWords()}</li>
      </ul>
      <div className="choices start">
        <button type="button" className="button main" onClick={beginTuning}>
          {words.begin}
        </button>
        <button type="button" className="button" disabled={!canUndo} onClick={() => void changeTuning('undone')}>
          {words.undo}
        </button>
        <button type="button" className="button" onClick={() => void changeTuning('isReset')}>
          {words.reset}
        </button>
      </div>
    </section>
  );
}

function Step() {
  const { phase, step, problem } = useTuning();
  const main = useRef<HTMLButtonElement>(null);
  // The keyboard goes from step to step without looking for the button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step or another phase has another button
  useEffect(() => main.current?.focus(), [step, phase]);
  const { title, ask } = words.steps[step];
  const place = fill(words.step, { number: TUNING_STEPS.indexOf(step) + 1, count: TUNING_STEPS.length });
  return (
    <section className="card" aria-labelledby="tuning-step">
      <p className="quiet">{place}</p>
      <h3 id="tuning-step">{title}</h3>
      <p aria-live="polite">{ask}</p>
      <p className="problem" role="alert">
        {problem}
      </p>
      {phase === 'hearing' && <Hearing />}
      {phase === 'measuring' && (
        <p className="told" role="status">
          {words.measuring}
        </p>
      )}
      <div className="choices start">
        {phase === 'ready' && (
          <button ref={main} type="button" className="button main" onClick={() => void startStep()}>
            {words.start}
          </button>
        )}
        {phase === 'hearing' && (
          <button ref={main} type="button" className="button recording" onClick={() => void finishStep()}>
            {words.done}
          </button>
        )}
        {phase === 'ready' && (
          <button type="button" className="button" onClick={goOn}>
            {words.skip}
          </button>
        )}
        <button type="button" className="button" onClick={() => void stopTuning()}>
          {words.stop}
        </button>
      </div>
    </section>
  );
}

/** What is heard, and how long still. */
function Hearing() {
  const meter = useRef<HTMLMeterElement>(null);
  const [leftMs, setLeftMs] = useState(TUNING_STEP_MS);
  useEffect(() => {
    const endsMs = performance.now() + TUNING_STEP_MS;
    const stopMeter = microphone.meter.subscribe((level) => {
      if (meter.current !== null) meter.current.value = level;
    });
    const ticking = setInterval(() => {
      const left = Math.max(0, endsMs - performance.now());
      setLeftMs(left);
      if (left === 0) void finishStep();
    }, 250);
    return () => {
      stopMeter();
      clearInterval(ticking);
    };
  }, []);
  return (
    <div className="tuning-hearing">
      <meter ref={meter} className="meter" min={0} max={1} low={0.1} aria-label={words.level} />
      <span className="quiet">{fill(words.secondsLeft, { seconds: Math.ceil(leftMs / 1000) })}</span>
    </div>
  );
}
