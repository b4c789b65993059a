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
  return (
    <>
      <Title title={text.title} text={text.text} />
      <FilterBar>
        {view === 'members' && (
          <Find label={text.find} value={get('email')} onFind={(email) => set({ email, after: '' })} />
        )}
        <Select
          label={text.view}
          value={view}
          options={[
            { value: 'guests', text: text.guests },
            { value: 'members', text: text.members },
          ]}
          onChange={(who) => set({ who: who === 'members' ? who : '', after: '', email: '', blocked: '' })}
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
