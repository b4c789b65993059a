import { useState } from 'react';
import { peopleApi } from '../api/people.ts';
import { Title } from '../frame/Title.tsx';
import { FilterBar, Find } from '../lists/FilterBar.tsx';
import { useAddress } from '../lists/use-address.ts';
import * as t from '../messages/texts.ts';
import { Select } from '../parts/Select.tsx';
import { Guests } from './Guests.tsx';
import { Members } from './Members.tsx';

/** Guests who are in, and members. Never a word of theirs. */
export function PeoplePage() {
  const { get, set } = useAddress();
  const view = get('who') === 'members' ? 'members' : 'guests';
  const text = t.people;
  const [sought, setSought] = useState('');

  // An email stays out of the address, which servers log. One that is nobody's finds nobody.
  async function find(email: string) {
    const id = email === '' ? '' : ((await peopleApi.find(email)).value?.id ?? 'none');
    setSought(email);
    set({ member: id, after: '' });
  }

  return (
    <>
      <Title title={text.title} text={text.text} />
      <FilterBar>
        {view === 'members' && (
          <Find label={text.find} value={get('member') ? sought : ''} onFind={(email) => void find(email)} />
        )}
        <Select
          label={text.view}
          value={view}
          options={[
            { value: 'guests', text: text.guests },
            { value: 'members', text: text.members },
          ]}
          onChange={(who) => set({ who: who === 'members' ? who : '', after: '', member: '', blocked: '' })}
        />
        {view === 'members' && (
          <Select
            label={text.memberColumns.state}
            value={get('blocked')}
            options={[
              { value: '', text: text.everyMember },
              { value: 'yes', text: text.onlyBlocked },
            ]}
            onChange={(blocked) => set({ blocked, after: '' })}
          />
        )}
      </FilterBar>
      {view === 'members' ? <Members /> : <Guests />}
    </>
  );
}
