import type { ComponentProps } from 'react';

/** A field for a key: dots instead of signs, and nothing of it is remembered or looked up by the browser. */
export function SecretInput(rest: Pick<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'placeholder' | 'aria-describedby'>) {
  return <input {...rest} className="field" type="password" autoComplete="off" spellCheck={false} maxLength={1000} />;
}
