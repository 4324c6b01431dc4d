import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function BehindLoading() {
  return <DetailLoading what="the payments" />;
}
