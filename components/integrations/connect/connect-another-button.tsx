"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { ConnectPanel } from "./connect-panel.tsx";

interface ConnectAnotherButtonProps {
  provider: string;
  name: string;
  connect: CatalogueConnectDto;
}

/** Connects a further account of an app beside those that there are. */
export function ConnectAnotherButton(props: ConnectAnotherButtonProps) {
  return (
    <Dialog
      title={`Connect another ${props.name} account`}
      description="The accounts that are connected stay as they are."
      trigger={<Button icon={<Plus aria-hidden />}>Connect another account</Button>}
    >
      <ConnectPanel {...props} canConnect />
    </Dialog>
  );
}
