import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useEffect, useState, type ReactNode } from 'react';
import type { InputOf } from '../operations.js';
import { clock } from '../clock.js';
import { useWords } from '../words.js';

const ATTRIBUTES = ['none', 'EventName', 'Username', 'EventSource', 'ReadOnly', 'AccessKeyId', 'EventId'] as const;
type Attribute = typeof ATTRIBUTES[number];
export interface Filters { readonly attribute: Attribute; readonly value: string; readonly range: DateRangePickerProps.Value | null }

/** What is shown first: changes and reads of everybody, of the last day. */
export const LAST_DAY: Filters = { attribute: 'none', value: '', range: { type: 'relative', key: 'day', amount: 1, unit: 'day' } };
const RELATIVE: readonly DateRangePickerProps.RelativeOption[] = [
  { key: 'hour', amount: 1, unit: 'hour', type: 'relative' }, { key: 'day', amount: 1, unit: 'day', type: 'relative' }, { key: 'week', amount: 7, unit: 'day', type: 'relative' },
  { key: 'month', amount: 30, unit: 'day', type: 'relative' }, { key: 'quarter', amount: 90, unit: 'day', type: 'relative' },
];
const UNIT_MS: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000, year: 31_536_000_000 };
/** How long one has to pause before it is looked up. */
const PAUSE_MS = 500;

/** One attribute, as the operation has it, and a range of time. */
export function EventFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }): ReactNode {
  const { t, locale } = useWords();
  const options = ATTRIBUTES.map(value => ({ value, label: t(`events.attributes.${value}`) }));
  const selected = options.find(option => option.value === filters.attribute) ?? null;
  return (
    <div className="filters">
      <Select
        options={options} selectedOption={selected} ariaLabel={t('events.attribute')}
        onChange={({ detail }) => { const attribute = detail.selectedOption.value as Attribute; onChange({ ...filters, attribute, value: attribute === 'ReadOnly' ? 'false' : '' }); }}
      />
      <ValueField key={filters.attribute} filters={filters} onChange={value => onChange({ ...filters, value })} />
      <DateRangePicker
        value={filters.range} relativeOptions={RELATIVE} locale={locale} placeholder={t('events.anyTime')} ariaLabel={t('events.range')} showClearButton
        onChange={({ detail }) => onChange({ ...filters, range: detail.value })} isValidRange={value => isRange(value, t('events.rangeWrong'))}
        i18nStrings={{ formatRelativeRange: ({ amount, unit }) => t(`events.last.${unit === 'hour' ? 'hour' : 'day'}`, { count: amount }) }}
      />
    </div>
  );
}

function ValueField({ filters, onChange }: { filters: Filters; onChange: (value: string) => void }): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState(filters.value);
  const { attribute, value } = filters;
  useEffect(() => {
    const timer = setTimeout(() => { if (typed.trim() !== value) onChange(typed.trim()); }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  if (attribute === 'none') return null;
  if (attribute === 'ReadOnly') {
    const options = ['false', 'true'].map(each => ({ value: each, label: t(`events.readOnly.${each}`) }));
    return <Select options={options} selectedOption={options.find(option => option.value === value) ?? null} ariaLabel={t('events.value')} onChange={({ detail }) => onChange(detail.selectedOption.value ?? 'false')} />;
  }
  return <Input value={typed} type="search" ariaLabel={t('events.value')} placeholder={t(`events.examples.${attribute}`)} onChange={({ detail }) => setTyped(detail.value)} />;
}

/** The operation's input; a relative range ends now. */
export function inputOf({ attribute, value, range }: Filters): InputOf<'cloudtrail:LookupEvents'> {
  return { ...(attribute === 'none' || value === '' ? {} : { LookupAttributes: [{ AttributeKey: attribute, AttributeValue: value }] }), ...timesOf(range) };
}

function timesOf(range: DateRangePickerProps.Value | null): { StartTime?: string; EndTime?: string } {
  if (range === null) return {};
  if (range.type === 'absolute') return { StartTime: new Date(range.startDate).toISOString(), EndTime: new Date(range.endDate).toISOString() };
  return { StartTime: new Date(clock.now() - range.amount * (UNIT_MS[range.unit] ?? 0)).toISOString() };
}

function isRange(value: DateRangePickerProps.Value | null, errorMessage: string): DateRangePickerProps.ValidationResult {
  if (value === null || value.type === 'relative') return { valid: true };
  return Date.parse(value.startDate) < Date.parse(value.endDate) ? { valid: true } : { valid: false, errorMessage };
}
