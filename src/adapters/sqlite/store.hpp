// The office's store in one SQLite file: journal, views, desk, outbox, appointments, articles,
// books of petitions and of travel.
//
// One connection writes the journal (the writer thread's), one writes drafts (many to a commit),
// accounts, sessions, petitions and what became of notices (behind a mutex), and a few read, each
// lent to one thread at a time.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "ports/appointment_book.hpp"
#include "ports/article_store.hpp"
#include "ports/authority_store.hpp"
#include "ports/design_book.hpp"
#include "ports/desk_store.hpp"
#include "ports/journal.hpp"
#include "ports/lists.hpp"
#include "ports/outbox.hpp"
#include "ports/paper_scanner.hpp"
#include "ports/people_store.hpp"
#include "ports/petition_book.hpp"
#include "ports/travel_book.hpp"
#include "sqlite/checkpointer.hpp"
#include "sqlite/database.hpp"
#include "sqlite/shared_commit.hpp"

namespace motcua::sqlite {

// Read connections, lent and given back.
class Readers {
 public:
  class Lent {
   public:
    Lent(Readers& owner, std::unique_ptr<Database> database)
        : owner_(owner), database_(std::move(database)) {}
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    ~Lent() { owner_.give_back(std::move(database_)); }
    Database& operator*() { return *database_; }

   private:
    Readers& owner_;
    std::unique_ptr<Database> database_;
  };

  OrFailure<Nothing> open(const std::string& path, int count);
  Lent lend();  // waits for a free one

 private:
  void give_back(std::unique_ptr<Database> database);
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::vector<std::unique_ptr<Database>> free_;
};

class Store : public ports::Journal,
              public ports::Lists,
              public ports::DeskStore,
              public ports::PeopleStore,
              public ports::Outbox,
              public ports::AppointmentBook,
              public ports::ScanBook,
              public ports::PetitionBook,
              public ports::TravelBook,
              public ports::ArticleStore,
              public ports::DesignBook,
              public ports::AuthorityStore {
 public:
  // Opens the file, or makes a new one with its tables. Refuses a damaged file and a newer schema.
  static OrFailure<std::unique_ptr<Store>> open(const std::string& path);

  OrFailure<std::optional<Moment>> last_act_at();
  // What is wrong with the file itself, in SQLite's words; empty when it is sound.
  OrFailure<std::vector<std::string>> damage();

  // Journal
  OrFailure<std::unique_ptr<ports::Transaction>> begin() override;
  OrFailure<ports::JournalEnd> end() override;
  OrFailure<std::vector<ports::StoredRecord>> load(std::string_view code) override;
  OrFailure<Nothing> each(const std::function<bool(const ports::StoredRecord&)>& take) override;
  OrFailure<Nothing> recent_requests(std::size_t count, const TakeKey& take) override;
  OrFailure<int> last_daily_sequence(std::string_view code_prefix) override;
  OrFailure<int> last_result_number(int year) override;
  OrFailure<Nothing> clear_views() override;
  OrFailure<Nothing> each_figures(const std::function<void(std::string_view)>& take) override;

  // Lists
  OrFailure<ports::ListPage> list(const ports::ListQuery& query) override;
  OrFailure<std::vector<view::ListRow>> rows_of(const std::vector<std::string>& codes) override;
  OrFailure<std::vector<view::ListRow>> received_between(Date from, Date to) override;
  OrFailure<std::vector<std::string>> held_by(std::string_view party) override;
  OrFailure<std::vector<std::string>> with_result_number(std::string_view number) override;
  OrFailure<std::vector<std::string>> with_result_paper(std::string_view sha256) override;

  // DeskStore
  OrFailure<Nothing> put_draft(const ports::Draft& draft) override;
  OrFailure<std::optional<ports::Draft>> find_draft(std::string_view id) override;
  OrFailure<std::vector<ports::Draft>> drafts_of(std::string_view citizen) override;
  OrFailure<Nothing> drop_draft(std::string_view id) override;
  OrFailure<Nothing> drop_drafts_before(Moment saved_before) override;
  OrFailure<Nothing> put_setting(std::string_view name, std::string_view value) override;
  OrFailure<std::optional<std::string>> find_setting(std::string_view name) override;

  // PeopleStore
  OrFailure<Nothing> put_account(const ports::Account& account) override;
  OrFailure<std::optional<ports::Account>> find_account(std::string_view username) override;
  OrFailure<bool> put_citizen(const ports::Citizen& citizen) override;
  OrFailure<std::optional<ports::Citizen>> find_citizen(std::string_view id) override;
  OrFailure<std::optional<ports::Citizen>> find_citizen_named(std::string_view name) override;
  OrFailure<bool> use_step(ports::Realm realm, std::string_view holder, std::int64_t step) override;
  OrFailure<bool> use_spare(ports::Realm realm, std::string_view holder,
                            std::string_view digest) override;
  OrFailure<Nothing> put_link(const ports::IdentityLink& link) override;
  OrFailure<std::optional<ports::IdentityLink>> find_link(std::string_view issuer,
                                                          std::string_view subject) override;
  OrFailure<Nothing> drop_links_of(std::string_view citizen) override;
  OrFailure<Nothing> put_proof(const ports::AddressProof& proof) override;
  OrFailure<std::optional<ports::AddressProof>> find_proof(std::string_view id) override;
  OrFailure<std::int64_t> newest_proof(ports::ProofPurpose purpose,
                                       std::string_view citizen) override;
  OrFailure<bool> use_proof(const ports::AddressProof& proof) override;
  OrFailure<bool> add_passkey(const ports::Passkey& passkey) override;
  OrFailure<std::optional<ports::Passkey>> find_passkey(std::string_view id) override;
  OrFailure<std::vector<ports::Passkey>> passkeys_of(ports::Realm realm,
                                                     std::string_view holder) override;
  OrFailure<bool> use_passkey(std::string_view id, std::int64_t counter, std::int64_t now) override;
  OrFailure<Nothing> rename_passkey(std::string_view id, std::string_view name) override;
  OrFailure<Nothing> drop_passkey(std::string_view id) override;
  OrFailure<Nothing> put_organisation(const identity::Party& organisation) override;
  OrFailure<std::optional<identity::Party>> find_organisation(std::string_view id) override;
  OrFailure<Nothing> put_mandate(const identity::Mandate& mandate) override;
  OrFailure<std::vector<identity::Mandate>> mandates_with(std::string_view party) override;
  OrFailure<Nothing> put_session(const ports::Session& session) override;
  OrFailure<std::optional<ports::Session>> find_session(std::string_view token_digest) override;
  OrFailure<std::vector<ports::Session>> sessions_of(ports::Realm realm,
                                                     std::string_view holder) override;
  OrFailure<Nothing> drop_session(std::string_view token_digest) override;
  OrFailure<Nothing> drop_sessions_before(std::int64_t expiry) override;

  // Outbox
  OrFailure<Nothing> put_notice(const ports::MadeNotice& made) override;
  OrFailure<std::vector<ports::KeptNotice>> due_notices(Moment now, int most) override;
  OrFailure<std::optional<Moment>> next_notice_at() override;
  OrFailure<Nothing> note_delivery(std::int64_t id, const ports::Delivery& delivery) override;
  OrFailure<std::optional<ports::KeptNotice>> find_notice(std::int64_t id) override;
  OrFailure<std::vector<ports::KeptNotice>> notices_of(std::string_view code) override;
  OrFailure<std::vector<ports::KeptNotice>> newest_notices(int most) override;
  OrFailure<std::vector<ports::KeptNotice>> dead_letters(int most) override;

  // AppointmentBook
  OrFailure<ports::Booking> book(const ports::NewBooking& booking,
                                 const ports::BookingLimits& limits) override;
  OrFailure<ports::Booking> move_appointment(const ports::AppointmentChange& change,
                                             const ports::BookingLimits& limits) override;
  OrFailure<ports::Booking> change_appointment(const ports::AppointmentChange& change) override;
  OrFailure<std::optional<appointment::Appointment>> find_appointment(
      std::string_view code) override;
  OrFailure<std::optional<appointment::Appointment>> find_booking(
      std::string_view request) override;
  OrFailure<std::vector<appointment::Appointment>> appointments_between(Moment from,
                                                                        Moment until) override;
  OrFailure<std::vector<appointment::Appointment>> appointments_of(
      std::string_view citizen) override;
  OrFailure<std::vector<appointment::Slot>> taken_between(Moment from, Moment until) override;
  OrFailure<Nothing> remind(const appointment::Appointment& appointment,
                            const ports::MadeNotice& notice) override;
  OrFailure<std::vector<appointment::Appointment>> not_reminded(Moment from, Moment until) override;
  OrFailure<Nothing> drop_appointments_before(Moment until) override;
  OrFailure<ports::StateCounts> dropped_on(Date day) override;

  // ScanBook
  OrFailure<Nothing> put_scan(const ports::PaperScan& scan) override;
  OrFailure<std::optional<ports::PaperScan>> find_scan(std::string_view sha256) override;
  OrFailure<std::vector<ports::PaperScan>> scans_in(ports::ScanState state, int most) override;
  OrFailure<Nothing> drop_scan(std::string_view sha256) override;

  // PetitionBook
  OrFailure<Nothing> keep(const ports::PetitionAct& act) override;
  OrFailure<Nothing> each_petition_record(
      const std::function<bool(const ports::StoredPetitionRecord&)>& take) override;
  OrFailure<std::vector<ports::StoredPetitionRecord>> petition_records(
      std::string_view code) override;
  OrFailure<ports::PetitionPage> list_petitions(const ports::PetitionQuery& query) override;
  OrFailure<std::vector<petition::Row>> petition_rows() override;
  OrFailure<Nothing> replace_petition_rows(const std::vector<petition::Row>& rows) override;

  // TravelBook
  OrFailure<Nothing> keep_travel(const ports::TravelAct& act) override;
  OrFailure<Nothing> each_travel_record(
      const std::function<bool(const ports::StoredTravelRecord&)>& take) override;
  OrFailure<std::vector<ports::StoredTravelRecord>> travel_records(std::string_view code) override;
  OrFailure<std::vector<travel::Row>> travel_rows() override;
  OrFailure<Nothing> replace_travel_rows(const std::vector<travel::Row>& rows) override;

  // AuthorityStore
  OrFailure<authority::Substitutions> substitutions() override;
  OrFailure<bool> add_substitution(const authority::Substitution& one) override;
  OrFailure<bool> end_substitution(std::string_view id, std::string_view by, Moment at) override;

  // ArticleStore
  OrFailure<bool> add_article(const article::Article& article) override;
  OrFailure<bool> put_article(const article::Article& article) override;
  OrFailure<std::optional<article::Article>> find_article(std::string_view id) override;
  OrFailure<std::vector<article::Article>> articles() override;
  OrFailure<std::vector<article::Article>> published_articles() override;
  OrFailure<bool> add_reply(const article::Reply& reply, int most_waiting) override;
  OrFailure<bool> judge_reply(const article::Reply& judged,
                              const std::optional<ports::MadeNotice>& notice) override;
  OrFailure<std::optional<ports::ReplyOfArticle>> find_reply(std::string_view id) override;
  OrFailure<std::vector<article::Reply>> published_replies(std::string_view article) override;
  OrFailure<std::vector<ports::ReplyOfArticle>> replies_in(article::ReplyState state,
                                                           int most) override;

  // DesignBook
  OrFailure<Nothing> keep(const ports::StoredDesignRecord& record) override;
  OrFailure<Nothing> each_design_record(
      const std::function<bool(const ports::StoredDesignRecord&)>& take) override;
  OrFailure<std::vector<ports::StoredDesignRecord>> design_records(std::string_view code) override;

 private:
  Store() = default;
  // Whether a statement of the desk changed a row.
  OrFailure<bool> change(std::string_view sql, const std::function<void(Statement&)>& bind);
  std::unique_ptr<Checkpointer> checkpointer_;
  std::unique_ptr<Database> writer_;
  std::mutex desk_mutex_;
  std::unique_ptr<Database> desk_;
  std::mutex turn_;  // of writing: SQLite itself would have one of the two look again and again
  std::unique_ptr<SharedCommit> drafts_;
  Readers readers_;
};

}  // namespace motcua::sqlite
