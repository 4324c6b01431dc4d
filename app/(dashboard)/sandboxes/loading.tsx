import { ListLoading } from "#components/listing/list-loading.tsx";

export default function SandboxesLoading() {
  return <ListLoading title="Sandbox" what="the apps of the sandbox" />;
}
