import { ListLoading } from "#components/listing/list-loading.tsx";

export default function LoadingAutomations() {
  return <ListLoading title="Automations" what="automations" />;
}
