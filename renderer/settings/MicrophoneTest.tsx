import { useEffect, useRef } from 'react';
import { useWindow } from '../conversation/conversation-store.ts';
import { microphone, openMicrophone, settleDevices } from '../conversation/devices.ts';
import { sentences } from '../sentences.ts';

/** A live meter: say something and see that it is heard. */
export function MicrophoneTest() {
  const condition = useWindow((state) => state.microphone);
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    const stop = microphone.meter.subscribe((level) => {
      if (meter.current !== null) meter.current.value = level;
    });
    return () => {
      stop();
      // Opened for a test, it does not stay open after it.
      void settleDevices();
    };
  }, []);
  const open = condition === 'open' || condition === 'silent';
  return (
    <div className="setting">
      <span>{open ? sentences.settings.test : sentences.microphone[condition]}</span>
      {open ? (
        <meter ref={meter} className="meter narrow" min={0} max={1} low={0.1} aria-label={sentences.settings.test} />
      ) : (
        <button type="button" className="button" onClick={() => void openMicrophone()}>
          {sentences.welcome.allow}
        </button>
      )}
    </div>
  );
}
