import { useEffect, useState } from 'react';
import type { Settings } from '../../electron/ipc/window-schema.ts';
import { showProblem } from '../conversation/connection.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { settleDevices } from '../conversation/devices.ts';
import { fill, sentences } from '../sentences.ts';
import { MicrophoneTest } from './MicrophoneTest.tsx';
import { Passphrase } from './Passphrase.tsx';
import { ProfilesSection } from './ProfilesSection.tsx';
import { Choice, Range, Toggle } from './rows.tsx';
import { Screenshots } from './Screenshots.tsx';
import { useDevices } from './use-devices.ts';

/** Everything one can change; changes hold at once. */
export default function SettingsPane() {
  const settings = useWindow((state) => state.settings);
  if (settings === null) return null;
  return (
    <div className="sheet">
      <h2>{sentences.panes.settings}</h2>
      <Sound settings={settings} />
      <Tuning />
      <Keys settings={settings} />
      <Look settings={settings} />
      <Engines />
      <AboutYou />
      <Passphrase />
      <ProfilesSection />
      <Screenshots settings={settings} turn={(on) => change({ screenshotProtection: on })} />
      <div>
        <button type="button" className="button" onClick={() => useWindow.setState({ pane: 'welcome' })}>
          {sentences.settings.welcomeAgain}
        </button>
      </div>
    </div>
  );
}

/** Saves a change and brings the devices to it; a problem is shown, not thrown. */
export async function change(changes: Partial<Settings>): Promise<void> {
  try {
    useWindow.setState({ settings: await window.parley.changeSettings(changes) });
    await settleDevices();
  } catch (failure) {
    showProblem(failure);
  }
}

function Sound({ settings }: { settings: Settings }) {
  const devices = useDevices();
  const words = sentences.settings;
  const choices = (kind: MediaDeviceKind) => [
    { value: '', label: words.systemDefault },
    ...devices
      .filter((device) => device.kind === kind && device.deviceId !== 'default')
      .map(({ deviceId, label }) => ({ value: deviceId, label })),
  ];
  return (
    <section className="card">
      <Choice
        label={words.microphone}
        value={settings.microphoneId ?? ''}
        choices={choices('audioinput')}
        choose={(id) => change({ microphoneId: id === '' ? null : id })}
      />
      <MicrophoneTest />
      <Toggle
        label={words.microphoneReady}
        hint={words.microphoneReadyHint}
        on={settings.microphoneReady}
        turn={(on) => change({ microphoneReady: on })}
      />
      <Choice
        label={words.speaker}
        value={settings.speakerId ?? ''}
        choices={choices('audiooutput')}
        choose={(id) => change({ speakerId: id === '' ? null : id })}
      />
      <Range label={words.volume} value={settings.volume} lowest={0} highest={1} change={(volume) => change({ volume })} />
      <Toggle label={words.cues} on={settings.cues} turn={(on) => change({ cues: on })} />
    </section>
  );
}

/** The way to the minute that fits turn-taking to one person. */
function Tuning() {
  return (
    <section className="card">
      <h3>{sentences.tuning.title}</h3>
      <p className="quiet">{sentences.tuning.settings}</p>
      <div className="choices start">
        <button type="button" className="button" onClick={() => useWindow.setState({ pane: 'tune' })}>
          {sentences.tuning.open}
        </button>
      </div>
    </section>
  );
}

/** What answers, and the way to change it. */
function Engines() {
  const label = useWindow((state) => state.conversation?.engine.label ?? '');
  return (
    <section className="card">
      <h3>{sentences.engines.title}</h3>
      <p className="quiet">{label}</p>
      <div className="choices start">
        {(['engines', 'ledger'] as const).map((pane) => (
          <button key={pane} type="button" className="button" onClick={() => useWindow.setState({ pane })}>
            {sentences.panes[pane]}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Where what is known about the user is seen and changed. */
function AboutYou() {
  const userName = useWindow((state) => state.conversation?.userName ?? null);
  const words = sentences.settings;
  return (
    <section className="card">
      <h3>{words.aboutYou}</h3>
      <p className="quiet">
        <bdi>{userName === null ? words.nameUnknown : fill(words.name, { name: userName })}</bdi>
      </p>
      <div className="choices start">
        {(['people', 'memory'] as const).map((pane) => (
          <button key={pane} type="button" className="button" onClick={() => useWindow.setState({ pane })}>
            {sentences.panes[pane]}
          </button>
        ))}
      </div>
    </section>
  );
}

const KEYS = ['CtrlRight', 'AltRight', 'F13', 'F8', 'F9', 'Pause', 'ScrollLock'] as const;

function Keys({ settings }: { settings: Settings }) {
  const [reason, setReason] = useState<string | null>(null);
  const words = sentences.settings;
  const { globalKey } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key may be supported in another way
  useEffect(() => {
    void window.parley.readGlobalKey(undefined).then((key) => setReason(key.reason));
  }, [globalKey]);
  const choices = [{ value: '', label: words.globalKeyNone }, ...KEYS.map((key) => ({ value: key, label: key }))];
  return (
    <section className="card">
      <Choice
        label={words.globalKey}
        value={settings.globalKey ?? ''}
        choices={choices}
        choose={(key) => change({ globalKey: key === '' ? null : key })}
      />
      {reason !== null && <p className="quiet">{reason}</p>}
    </section>
  );
}

function Look({ settings }: { settings: Settings }) {
  const words = sentences.settings;
  const choices = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: words[value] }));
  return (
    <section className="card">
      <Choice
        label={words.appearance}
        value={settings.appearance}
        choices={choices}
        choose={(appearance) => change({ appearance: appearance as Settings['appearance'] })}
      />
    </section>
  );
}
