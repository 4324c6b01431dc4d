import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function LoadingAutomation() {
  return <DetailLoading what="the automation" />;
}
