import { useState } from 'react';
import { LONGEST_PROFILE_NAME, type ProfileSummary } from '../../electron/ipc/window-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { fill, sentences } from '../sentences.ts';
import { changeProfiles, useProfiles } from './profiles.ts';

/** The people who use this computer: switch, add, rename, remove. */
export function ProfilesSection() {
  const { profiles, currentId } = useProfiles();
  const isUnkept = useWindow((state) => state.conversation?.keeping === 'session');
  const [name, setName] = useState('');
  const words = sentences.profiles;
  const add = async () => {
    if (await changeProfiles((client) => client.addProfile({ name }))) setName('');
  };
  return (
    <section className="card">
      <h3>{words.title}</h3>
      <p className="quiet">{words.hint}</p>
      {isUnkept && profiles.length > 1 && <p className="quiet">{words.unkept}</p>}
      <ul className="list">
        {profiles.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} isOpen={profile.id === currentId} />
        ))}
      </ul>
      <form
        className="setting"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          className="field"
          dir="auto"
          aria-label={words.newName}
          placeholder={words.newName}
          maxLength={LONGEST_PROFILE_NAME}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {words.add}
        </button>
      </form>
    </section>
  );
}

function ProfileRow({ profile, isOpen }: { profile: ProfileSummary; isOpen: boolean }) {
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const { id, name } = profile;
  const words = sentences.profiles;
  const done = () => setDoing(null);
  return (
    <li className="setting column">
      <div className="setting">
        <span className="persona">
          <Initial profile={profile} />
          <bdi>{name}</bdi>
          {isOpen && <span className="quiet">{words.open}</span>}
        </span>
        <span className="choices">
          {!isOpen && (
            <button
              type="button"
              className="button"
              aria-label={fill(words.switchTo, { name })}
              onClick={() => void changeProfiles((client) => client.switchProfile({ id }))}
            >
              {words.switch}
            </button>
          )}
          <button type="button" className="button plain" aria-label={fill(words.renameOf, { name })} onClick={() => setDoing('rename')}>
            {words.rename}
          </button>
          {!isOpen && (
            <button
              type="button"
              className="button plain danger"
              aria-label={fill(words.removeOf, { name })}
              onClick={() => setDoing('remove')}
            >
              {words.remove}
            </button>
          )}
        </span>
      </div>
      {doing === 'rename' && <Rename profile={profile} done={done} />}
      {doing === 'remove' && <Remove profile={profile} done={done} />}
    </li>
  );
}

function Rename({ profile, done }: { profile: ProfileSummary; done: () => void }) {
  const [name, setName] = useState(profile.name);
  const words = sentences.profiles;
  const rename = async () => {
    if (await changeProfiles((client) => client.renameProfile({ id: profile.id, name }))) done();
  };
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <input
        className="field"
        dir="auto"
        aria-label={words.newName}
        maxLength={LONGEST_PROFILE_NAME}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <span className="choices">
        <button type="button" className="button" onClick={done}>
          {sentences.history.keep}
        </button>
        <button type="submit" className="button main" disabled={name.trim() === ''}>
          {words.rename}
        </button>
      </span>
    </form>
  );
}

/** As hard to press as deleting everything: one writes the name first. */
function Remove({ profile, done }: { profile: ProfileSummary; done: () => void }) {
  const [word, setWord] = useState('');
  const { id, name } = profile;
  const words = sentences.profiles;
  return (
    <form
      className="setting column"
      onSubmit={(event) => {
        event.preventDefault();
        void changeProfiles((client) => client.removeProfile({ id }));
      }}
    >
      <label htmlFor={`remove-${id}`}>{fill(words.removeSure, { name })}</label>
      <input id={`remove-${id}`} className="field" autoComplete="off" value={word} onChange={({ target }) => setWord(target.value)} />
      <span className="choices">
        <button type="button" className="button" onClick={done}>
          {sentences.history.keep}
        </button>
        <button type="submit" className="button danger" disabled={word.trim() !== name}>
          {words.removeForGood}
        </button>
      </span>
    </form>
  );
}

function Initial({ profile }: { profile: ProfileSummary }) {
  return (
    <span className="avatar" data-tone={profile.colour} aria-hidden>
      {[...profile.name][0]?.toUpperCase()}
    </span>
  );
}

/** Whose window this is; shown only where there are several people. */
export function OpenProfile() {
  const { profiles, currentId } = useProfiles();
  const profile = profiles.find(({ id }) => id === currentId);
  if (profile === undefined || profiles.length < 2) return null;
  const label = fill(sentences.profiles.openOf, { name: profile.name });
  return (
    <span className="persona" title={label}>
      <Initial profile={profile} />
      <span className="only-read">{label}</span>
    </span>
  );
}
