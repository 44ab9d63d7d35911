/** A retention period as people say it: so many days, weeks or years (guide, RET-21). */
export type Unit = 'Days' | 'Weeks' | 'Years';
export const UNITS: readonly Unit[] = ['Days', 'Weeks', 'Years'];
export const DAYS_OF: Readonly<Record<Unit, number>> = { Days: 1, Weeks: 7, Years: 365 };
/** From one day to 15 years (RET-02). */
export const RETENTION_DAYS_MAX = 15 * 365;

export interface Period { readonly on: boolean; readonly amount: string; readonly unit: Unit }

/** Days to the largest unit that says them without a rest. */
export function periodOf(days: number | undefined): Period {
  if (days === undefined) return { on: false, amount: '', unit: 'Days' };
  const unit = ([...UNITS].reverse() as Unit[]).find(each => days % DAYS_OF[each] === 0) ?? 'Days';
  return { on: true, amount: String(days / DAYS_OF[unit]), unit };
}

/** How many days; undefined when it is off, `wrong` when it is no period that there may be. */
export function daysOf({ on, amount, unit }: Period): number | undefined | 'wrong' {
  if (!on) return undefined;
  const days = /^\d{1,5}$/.test(amount.trim()) ? Number(amount) * DAYS_OF[unit] : 0;
  return days >= 1 && days <= RETENTION_DAYS_MAX ? days : 'wrong';
}
