// How an office tells people: the wording, the settings and the carriers of its notices.

#include "duties/token_carrier.hpp"
#include "mail/message.hpp"
#include "mail/smtp_carrier.hpp"
#include "runtime/runtime.hpp"
#include "runtime/secret_file.hpp"
#include "text_message/gateway_carrier.hpp"

namespace motcua::runtime {

OrFailure<notice::Settings> load_notice_settings(const std::filesystem::path& data) {
  const auto path = data / notices_file;
  const auto text = read_secret_file(path);
  if (!text) return Unexpected{text.error()};
  if (!*text) return notice::Settings{};
  auto settings = notice::read_settings(**text);
  if (settings && settings->mail && !mail::is_address(settings->mail->from)) {
    return malformed(path.string() + ": from is no e-mail address");
  }
  return settings;
}

OrFailure<Nothing> Runtime::open_notices(const files::Assets& assets) {
  auto shipped = notice::Wording::read(assets.find("notices/vi.toml").value_or(""),
                                       assets.find("notices/en.toml").value_or(""));
  if (!shipped) return Unexpected{shipped.error()};
  templates_ = std::make_unique<commands::NoticeTemplates>(std::move(*shipped), *world_, *store_);
  if (auto laid = templates_->lay_out(); !laid) return laid;
  auto settings = load_notice_settings(data_);
  if (!settings) return Unexpected{settings.error()};
  notice_settings_ = std::move(*settings);
  const auto may_use = [&](const auto& way) {  // a demonstration tells nobody outside
    return demo_clock_ == nullptr || notice::is_on_this_machine(way);
  };
  duties::Carriers carriers;
  const auto employ = [&](notice::Channel channel, std::unique_ptr<ports::Carrier> carrier) {
    carriers[channel] = carrier.get();
    carriers_.push_back(std::move(carrier));
  };
  const auto& s = notice_settings_;
  if (s.mail && may_use(*s.mail)) {
    employ(notice::Channel::Email, std::make_unique<duties::TokenCarrier>(
                                       *world_, std::make_unique<mail::SmtpCarrier>(*s.mail)));
  }
  if (s.sms && may_use(*s.sms)) {
    employ(notice::Channel::Sms, std::make_unique<text_message::GatewayCarrier>(*s.sms));
  }
  if (s.zalo && may_use(*s.zalo)) {
    employ(notice::Channel::Zalo, std::make_unique<text_message::GatewayCarrier>(*s.zalo));
  }
  sender_ = std::make_unique<duties::Sender>(*store_, clock(), std::move(carriers), s.schedule);
  digests_ = std::make_unique<duties::Digests>(
      duties::Digests::Parts{*world_, *store_, *store_, *store_}, s.digest_at);
  password_resets_ = std::make_unique<duties::PasswordResets>(
      commands::AccountMail{*world_, *store_, *store_, chance_});
  return Nothing{};
}

}  // namespace motcua::runtime
