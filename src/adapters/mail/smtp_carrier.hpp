// Carries notices to a mail server by SMTP, with TLS and sign-in.
#pragma once

#include <chrono>

#include "notice/settings.hpp"
#include "ports/carrier.hpp"

namespace motcua::mail {

// One connection a notice. A certificate that does not fit ends the try: nothing is ever sent in
// clear text to a server that was to be reached by TLS. A server that refuses this notice for good
// (5xx to its sender, receiver or contents) is not asked again; all else is tried later.
class SmtpCarrier final : public ports::Carrier {
 public:
  explicit SmtpCarrier(notice::MailServer server,
                       std::chrono::seconds patience = std::chrono::seconds{30});
  OrFailure<Nothing> carry(const ports::KeptNotice& kept) override;

 private:
  notice::MailServer server_;
  std::chrono::seconds patience_;
};

}  // namespace motcua::mail
