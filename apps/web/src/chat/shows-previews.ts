const KEPT = 'carillon.previews';

/** Whether this device shows what links lead to. */
export function readShowsPreviews(): boolean {
  return localStorage.getItem(KEPT) !== 'hidden';
}

export function keepShowsPreviews(shows: boolean): void {
  if (shows) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'hidden');
}
