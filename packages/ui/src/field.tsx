import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode, type Ref } from 'react';
import './field.css';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  large?: boolean;
  icon?: ReactNode;
  /** Stands at the right end inside the field: a key, a button. */
  end?: ReactNode;
  hideLabel?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A text field with its name, a line of help and a line for what is wrong; the line below is always reserved when there may be one. */
export function Field({ label, hint, error, large, icon, end, hideLabel = false, id, className, ...rest }: FieldProps): ReactNode {
  const made = useId();
  const inputId = id ?? made;
  const noteId = `${inputId}-note`;
  const note = error ?? hint;
  return (
    <div className={className === undefined ? 'field' : `field ${className}`} data-error={error ? '' : undefined} data-large={large ? '' : undefined}>
      <label htmlFor={inputId} className={hideLabel ? 'sr-only' : 'field-label'}>{label}</label>
      <div className="field-box">
        {icon}
        <input {...rest} id={inputId} aria-invalid={error ? true : undefined} aria-describedby={note ? noteId : undefined} />
        {end}
      </div>
      {note ? <FieldNote id={noteId} error={Boolean(error)}>{note}</FieldNote> : null}
    </div>
  );
}

export function FieldNote({ id, error, children }: { id?: string; error: boolean; children: ReactNode }): ReactNode {
  return (
    <p id={id} className="field-note" role={error ? 'alert' : undefined}>
      {error ? <TriangleAlert size={14} strokeWidth={1.75} aria-hidden /> : null}
      <span>{children}</span>
    </p>
  );
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  label: string;
  icon?: ReactNode;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** The system's own menu in our clothes: it is right on phones and with every assistive technology. */
export function Select({ label, icon, options, onChange, id, ...rest }: SelectProps): ReactNode {
  const made = useId();
  return (
    <div className="field">
      <label htmlFor={id ?? made} className="field-label">{label}</label>
      <div className="field-box field-select">
        {icon}
        <select {...rest} id={id ?? made} onChange={event => onChange(event.target.value)}>
          {options.map(option => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </div>
    </div>
  );
}
