#include "commands/notice_templates.hpp"

namespace motcua::commands {
namespace {

constexpr std::string_view templates_setting = "notice-templates";
constexpr std::string_view address_setting = "public-address";

}  // namespace

NoticeTemplates::NoticeTemplates(notice::Wording shipped, World& world, ports::DeskStore& desk)
    : shipped_(std::move(shipped)), world_(world), desk_(desk) {}

OrFailure<Nothing> NoticeTemplates::lay_out() {
  const auto kept = desk_.find_setting(templates_setting);
  if (!kept) return Unexpected{kept.error()};
  const auto address = desk_.find_setting(address_setting);
  if (!address) return Unexpected{address.error()};
  auto own = notice::read_own(kept->value_or("{}"));
  if (!own) return Unexpected{Failure{FailureKind::Storage, own.error().what, false}};
  const std::lock_guard lock(mutex_);
  return change(std::move(*own), address->value_or(""));
}

OrFailure<Nothing> NoticeTemplates::announce(const std::string& public_address) {
  const std::lock_guard lock(mutex_);
  auto kept = desk_.put_setting(address_setting, public_address);
  return kept ? change(own_, public_address) : kept;
}

bool NoticeTemplates::is_own(notice::Kind kind, Language language) const {
  const std::lock_guard lock(mutex_);
  return own_.contains({language, kind});
}

OrFailure<Nothing> NoticeTemplates::put(notice::Kind kind, Language language,
                                        notice::Template written) {
  const std::lock_guard lock(mutex_);
  auto own = own_;
  own.insert_or_assign({language, kind}, std::move(written));
  auto kept = desk_.put_setting(templates_setting, notice::write_own(own));
  return kept ? change(std::move(own), public_address_) : kept;
}

OrFailure<Nothing> NoticeTemplates::bring_back_shipped(notice::Kind kind, Language language) {
  const std::lock_guard lock(mutex_);
  auto own = own_;
  own.erase({language, kind});
  auto kept = desk_.put_setting(templates_setting, notice::write_own(own));
  return kept ? change(std::move(own), public_address_) : kept;
}

OrFailure<Nothing> NoticeTemplates::change(notice::OwnTemplates own, std::string public_address) {
  own_ = std::move(own);
  public_address_ = std::move(public_address);
  auto wording = shipped_;
  for (const auto& [key, written] : own_) wording.put(key.second, key.first, written);
  world_.replace_stationery({std::move(wording), public_address_});
  return Nothing{};
}

}  // namespace motcua::commands
