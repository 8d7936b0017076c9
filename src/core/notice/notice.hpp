// Which notice an event of a dossier makes: to whom, by which channel, in whose words.
//
// Pure: the same record gives the same notice. Nothing here sends anything.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "authority/office.hpp"
#include "dossier/state.hpp"
#include "notice/wording.hpp"
#include "procedure/procedure.hpp"

namespace motcua::notice {

struct Notice {
  Kind kind = Kind::Received;
  Channel channel = Channel::Email;
  std::string address;  // e-mail address or telephone number, as the applicant gave it
  Language language = Language::Vietnamese;
  std::string subject;
  std::string body;  // the short text for SMS and Zalo
};

// What an office writes on.
struct Stationery {
  Wording wording;
  std::string public_address;  // "https://motcua.example.gov.vn", for links
};

// Where and in which language an applicant wants to be told.
struct Recipient {
  Channel channel = Channel::Email;
  std::string address;
  Language language = Language::Vietnamese;
};

// By the channel he chose; by e-mail when he chose none but gave an address. Nothing when he wants
// no notices, or when he gave no address for his channel. At his account's address when he chose
// that, whatever address the form has.
std::optional<Recipient> recipient_of(const dossier::Intake& intake);

struct Scene {
  const dossier::Record& record;
  const dossier::Dossier& after;  // with `record` applied
  const procedure::Version& version;
  const authority::Office& office;
};

// The kind that tells the applicant of this event; nothing for what happens inside the office.
std::optional<Kind> kind_of(const dossier::Event& event);

std::optional<Notice> notice_of(const Scene& scene, const Stationery& stationery);

// "16:30 20/04/2017", "16:30, 20 April 2017".
std::string moment_in(Moment moment, Language language);

struct Filled {
  std::string subject;
  std::string body;
  std::string text;
};
Filled fill(const Template& written, const Values& values);

// Values to look at a template with, where no dossier is at hand.
Values sample_values(const authority::Office& office, const Stationery& stationery,
                     Language language);

// What templates may say of this dossier, with control characters taken out.
Values values_of(const Scene& scene, const Stationery& stationery, Language language);

}  // namespace motcua::notice
