import { type ReactNode, useEffect, useState } from 'react';
import { useWindow } from '../conversation/conversation-store.ts';
import { settleDevices } from '../conversation/devices.ts';
import { fill, sentences } from '../sentences.ts';
import { MicrophoneTest } from '../settings/MicrophoneTest.tsx';
import { FirstName } from './FirstName.tsx';

const words = sentences.welcome;

/** The first two minutes: every step can be skipped and comes back from Settings. */
export default function WelcomePane() {
  const [step, setStep] = useState(0);
  const steps: readonly ReactNode[] = [
    <Promised key="promise" />,
    <Hearing key="hearing" />,
    <p key="mind">{words.mind}</p>,
    <FirstName key="name" />,
    <TalkKey key="key" />,
    <p key="try">{words.tryIt}</p>,
  ];
  const last = step === steps.length - 1;
  const finish = async () => {
    const settings = await window.parley.changeSettings({ welcomed: true });
    // Whoever went on by key meanwhile stays there.
    useWindow.setState(({ pane }) => ({ settings, pane: pane === 'welcome' ? 'conversation' : pane }));
    await settleDevices();
  };
  return (
    <div className="welcome">
      <ol className="steps" aria-label={words.steps[step]}>
        {words.steps.map((name, index) => (
          <li key={name} className="step" aria-current={index === step ? 'step' : undefined} title={name} />
        ))}
      </ol>
      <h2>{step === 0 ? words.title : words.steps[step]}</h2>
      {steps[step]}
      <div className="choices">
        <button type="button" className="button plain" onClick={() => void finish()}>
          {words.skip}
        </button>
        <button type="button" className="button main" onClick={() => (last ? void finish() : setStep(step + 1))}>
          {last ? words.done : words.next}
        </button>
      </div>
    </div>
  );
}

function Promised() {
  return <p>{words.promise}</p>;
}

function Hearing() {
  return (
    <>
      <p>{words.microphone}</p>
      <MicrophoneTest />
    </>
  );
}

function TalkKey() {
  const key = useWindow((state) => state.settings?.globalKey ?? null);
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => {
    void window.parley.readGlobalKey(undefined).then((support) => setReason(support.support === 'hold' ? null : (support.reason ?? '')));
  }, []);
  return <p>{reason === null && key !== null ? fill(words.keyExplain, { key }) : fill(words.keyNone, { reason: reason ?? '' })}</p>;
}
