import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { formatNumber, formatTime } from '../format.js';
import { EmptyList } from '../frame/empty-list.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { perform, type OutputOf } from '../operations.js';
import { byNextToken } from '../use-operation.js';
import { useWords, type Words } from '../words.js';
import { DeliveryDialog } from './delivery-dialog.js';
import { DeliveryState, RoomName, SendAgainButton, useSendAgain } from './delivery-parts.js';
import { senderWords, STATES, type Delivery } from './delivery.js';
import type { Bot } from './use-bots.js';

type Output = OutputOf<'RetrieveBotDeliveries'>;
type State = Delivery['State'] | 'All';
const PAGE = 25;
const LOOK_EVERY_MS = 5_000;

/** What a bot was told and what waits for it, newest first; what is over may be sent again. */
export function DeliveriesTable({ accountId, bot }: { accountId: string; bot: Bot }): ReactNode {
  const { t, locale } = useWords();
  const flash = useFlash();
  const [state, setState] = useState<State>('All');
  const [opened, setOpened] = useState<Delivery>();
  const pages = useDeliveries(accountId, bot.BotId ?? '', state);
  const again = useSendAgain(accountId);
  const [sending, setSending] = useState<string>();
  if (pages.error && pages.data === undefined) return <Container header={<Header variant="h2">{t('bots.deliveries')}</Header>}><Failure error={pages.error} onRetry={() => void pages.refetch()} /></Container>;
  const deliveries = (pages.data?.pages ?? []).flatMap(page => page.BotDeliveries ?? []);
  // As it stands now, where it is still in the list.
  const shown = opened && (deliveries.find(one => one.DeliveryId === opened.DeliveryId) ?? opened);
  const send = (delivery: Delivery): void => {
    setSending(delivery.DeliveryId);
    again.run(delivery).then(() => { flash.done(t('bots.sentAgain')); setOpened(undefined); }, (error: unknown) => flash.failed(error)).finally(() => setSending(undefined));
  };
  const button = (delivery: Delivery, variant: 'inline-link' | 'normal'): ReactNode => <SendAgainButton accountId={accountId} bot={bot} delivery={delivery} variant={variant} busy={sending === delivery.DeliveryId} onClick={() => send(delivery)} />;
  return (
    <>
      <Table
        items={deliveries} columnDefinitions={columnsOf(accountId, bot, { t, locale }, setOpened, button)} trackBy="DeliveryId" loading={pages.isPending} loadingText={t('frame.loading')} wrapLines ariaLabels={{ tableLabel: t('bots.deliveries') }}
        header={(
          <Header
            variant="h2" description={t('bots.deliveriesText')} counter={pages.data === undefined ? '' : `(${formatNumber(deliveries.length, locale)}${pages.hasNextPage ? '+' : ''})`}
            actions={<Button iconName="refresh" ariaLabel={t('bots.refresh')} loading={pages.isRefetching} onClick={() => void pages.refetch()} />}
          >{t('bots.deliveries')}</Header>
        )}
        filter={<SegmentedControl label={t('bots.filter')} selectedId={state} onChange={({ detail }) => setState(detail.selectedId as State)} options={(['All', ...STATES] as const).map(id => ({ id, text: t(`bots.filters.${id}`) }))} />}
        footer={pages.hasNextPage ? <Box textAlign="center"><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('bots.older')}</Button></Box> : undefined}
        empty={state === 'All' ? <EmptyList title={t('bots.noDeliveries')} text={t('bots.noDeliveriesText')} /> : <EmptyList title={t('bots.noneOfState')} action={<Button onClick={() => setState('All')}>{t('frame.clearFilter')}</Button>} />}
      />
      {shown === undefined ? null : <DeliveryDialog accountId={accountId} bot={bot} delivery={shown} action={button(shown, 'normal')} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** While something waits on the first page, it is looked at again and again. */
function useDeliveries(AccountId: string, BotId: string, state: State): UseInfiniteQueryResult<InfiniteData<Output>, ApiFailure> {
  return useInfiniteQuery<Output, ApiFailure, InfiniteData<Output>, readonly unknown[], string | undefined>({
    queryKey: ['RetrieveBotDeliveries', AccountId, BotId, state], initialPageParam: undefined, getNextPageParam: output => byNextToken(output)?.NextToken,
    queryFn: ({ pageParam }) => perform('RetrieveBotDeliveries', { AccountId, BotId, MaxResults: PAGE, ...(state === 'All' ? {} : { State: state }), ...(pageParam === undefined ? {} : { NextToken: pageParam }) }),
    refetchInterval: ({ state: { data } }) => (data?.pages.length === 1 && data.pages[0]?.BotDeliveries?.some(one => one.State === 'Pending') === true ? LOOK_EVERY_MS : false),
  });
}

function columnsOf(accountId: string, bot: Bot, { t, locale }: Pick<Words, 't' | 'locale'>, onShow: (delivery: Delivery) => void, button: (delivery: Delivery, variant: 'inline-link') => ReactNode): readonly TableProps.ColumnDefinition<Delivery>[] {
  return [
    {
      id: 'event', header: t('bots.event'), isRowHeader: true, minWidth: 120,
      cell: one => (
        <>
          <Button variant="inline-link" ariaLabel={t('bots.show', { event: t(`bots.events.${one.EventType}`), time: formatTime(one.EventTimestamp, locale) })} onClick={() => onShow(one)}>{t(`bots.events.${one.EventType}`)}</Button>
          {one.RedeliveryOf === undefined ? null : <Box color="text-body-secondary" fontSize="body-s">{t('bots.isAgain')}</Box>}
        </>
      ),
    },
    { id: 'time', header: t('bots.time'), minWidth: 150, cell: one => formatTime(one.EventTimestamp, locale) },
    { id: 'room', header: t('bots.room'), minWidth: 180, cell: one => <><RoomName accountId={accountId} roomId={one.RoomId} /><Box color="text-body-secondary" fontSize="body-s"><span className="plain-text">{senderWords(one, bot, t)}</span></Box></> },
    { id: 'tries', header: t('bots.tries'), minWidth: 100, cell: one => triesWords(one, t) },
    { id: 'state', header: t('bots.state'), minWidth: 170, cell: one => <DeliveryState delivery={one} /> },
    { id: 'again', header: t('bots.actions'), minWidth: 120, cell: one => button(one, 'inline-link') },
  ];
}

/** `500 → 500 → 200`. */
function triesWords({ Attempts = [] }: Delivery, t: Words['t']): string {
  return Attempts.length === 0 ? t('bots.notTried') : Attempts.map(one => one.StatusCode ?? t('bots.noAnswer')).join(' → ');
}
