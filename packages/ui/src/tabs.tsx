import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import './tabs.css';

export function Tabs({ label, tabs, value, onChange }: { label: string; tabs: readonly { id: string; label: string; content: ReactNode }[]; value: string; onChange: (id: string) => void }): ReactNode {
  return (
    <RadixTabs.Root className="tabs" value={value} onValueChange={onChange}>
      <RadixTabs.List className="tabs-list" aria-label={label}>
        {tabs.map(tab => <RadixTabs.Trigger key={tab.id} value={tab.id} className="tabs-tab">{tab.label}</RadixTabs.Trigger>)}
      </RadixTabs.List>
      {tabs.map(tab => <RadixTabs.Content key={tab.id} value={tab.id} className="tabs-content">{tab.content}</RadixTabs.Content>)}
    </RadixTabs.Root>
  );
}
