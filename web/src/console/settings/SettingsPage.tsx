import { Bones } from '../../ui/parts/Bones.tsx';
import { settingsApi } from '../api/settings.ts';
import { Stack } from '../frame/layout.tsx';
import { Title } from '../frame/Title.tsx';
import { Warnings } from '../frame/Warnings.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { LiveSettings } from './LiveSettings.tsx';
import { OperatorsPanel } from './OperatorsPanel.tsx';
import { StopCodes } from './StopCodes.tsx';
import { TokensPanel } from './TokensPanel.tsx';
import { TwoFactorPanel } from './two-factor/TwoFactorPanel.tsx';

/** Live settings, who runs this, and how programs come in. */
export function SettingsPage() {
  const { value: settings, problem, reload } = useLoad(settingsApi.get);
  return (
    <>
      <Warnings key={settings?.version ?? 0} />
      <Title title={t.settings.title} text={t.settings.text} />
      <Stack>
        {problem && <LoadError problem={problem} again={reload} />}
        {!settings && !problem && (
          <Panel>
            <Bones count={8} />
          </Panel>
        )}
        {settings && (
          <>
            <StopCodes settings={settings} reload={reload} />
            <LiveSettings key={settings.version} settings={settings} reload={reload} />
          </>
        )}
        <OperatorsPanel />
        <TokensPanel />
        <TwoFactorPanel />
      </Stack>
    </>
  );
}
