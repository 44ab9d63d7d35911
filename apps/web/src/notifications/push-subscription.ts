import { subscribePush, unsubscribePush } from '@carillon/wire/rest/notifications.js';
import { api } from '../api.js';

const KEPT = 'carillon.notify';

/** Whether notifications can be had here: a secure address, a browser that has them, a worker. */
export function canNotify(): boolean { return 'Notification' in window && 'serviceWorker' in navigator && import.meta.env.PROD; }

/** Chosen on this device, and the browser still lets us. */
export function notifiesHere(): boolean { return canNotify() && localStorage.getItem(KEPT) === 'on' && Notification.permission === 'granted'; }

/** Asks the browser for leave; after it, also for pushes while the app is closed, where there is a push service. False when the person says no. */
export async function turnOn(pushKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  localStorage.setItem(KEPT, 'on');
  // A browser without a push service still notifies while the app is open.
  await subscribe(pushKey).catch(() => undefined);
  return true;
}

/** Tells the server of this browser's subscription; the browser gives the one it has, or a new one. */
export async function subscribe(pushKey: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) return;
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  const { keys } = subscription.toJSON();
  await api.call(subscribePush, { body: { endpoint: subscription.endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' } });
}

export async function turnOff(): Promise<void> {
  localStorage.removeItem(KEPT);
  await api.call(unsubscribePush, {});
  await forgetSubscription();
}

/** Ends the browser's own part; the server's ends with the session. */
export async function forgetSubscription(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
