import type { CSSProperties } from 'react';
import { Picture } from '../../page/frame/Picture.tsx';
import { useTitle } from '../../page/use-title.ts';
import { useBrand } from '../../session/use-brand.ts';
import { useNow } from '../../ui/hooks/use-now.ts';
import { rich } from '../../ui/rich.ts';
import type { Counts, Room } from '../api/room.ts';
import * as t from '../messages/texts.ts';
import { CodeText } from '../parts/CodeText.tsx';
import { Qr } from '../parts/Qr.tsx';
import { Doors } from './Doors.tsx';
import styles from './room.module.css';
import { useAnnouncement } from './use-announcement.ts';
import { useCounts } from './use-counts.ts';

type Props = { id: string; roomKey: string | null; room: Room };

/** Read from across a room. There is nothing on it to press. */
export function RoomScreen({ id, roomKey, room }: Props) {
  const brand = useBrand();
  const { counts, isLost } = useCounts(id, roomKey, room);
  const { peopleIn, places, placesLeft } = counts;
  const announced = useAnnouncement(t.room.announcement(peopleIn, places, placesLeft));
  const host = room.kind === 'login' ? room.host : `${room.host}/register`;
  useTitle(t.room.title);
  return (
    <div className={styles.room}>
      <main className={styles.stage}>
        <div className={styles.come}>
          <p className={styles.who}>
            <span className={styles.picture}>
              <Picture brand={brand} />
            </span>
            {room.brandName}
          </p>
          <p className={styles.step}>{room.kind === 'login' ? t.room.step : t.room.stepRegister}</p>
          <h1 className={styles.host} dir="ltr" translate="no" style={widthOf(host)}>
            {host}
          </h1>
          <p className={styles.step}>{t.room.enter}</p>
          <p style={widthOf(room.code)} className={styles.code}>
            <CodeText code={room.code} />
          </p>
        </div>
        <div className={styles.arch}>
          <div className={styles.picture}>
            <Picture brand={brand} />
          </div>
          <div className={styles.qr}>
            <Qr text={room.link} label={t.make.preview.qr} />
          </div>
        </div>
      </main>
      <footer className={styles.count}>
        <p>{rich(t.room.in(peopleIn, places, bold))}</p>
        <Doors taken={peopleIn} places={places} />
        <p className={isLost ? styles.lost : undefined}>
          {isLost ? t.room.lost : <WhatIsLeft counts={counts} validFrom={room.validFrom} />}
        </p>
      </footer>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
    </div>
  );
}

function WhatIsLeft({
  counts: { state, isStopped, validUntil, placesLeft },
  validFrom,
}: {
  counts: Counts;
  validFrom: number;
}) {
  const now = useNow(true);
  if (isStopped || state === 'revoked') return t.room.revoked;
  if (state === 'ended' || validUntil < now) return t.room.ended;
  if (validFrom > now) return t.room.notYet(t.zoned.clock(validFrom));
  if (state === 'usedUp' || placesLeft === 0) return t.room.full;
  return rich(t.room.left(validUntil - now, bold));
}

const bold = (text: string) => <b key={text}>{text}</b>;

/** Long addresses and codes get smaller, so that they stay on one line. */
const widthOf = (text: string) => ({ '--letters': String(Math.max(8, [...text].length)) }) as CSSProperties;
