// One commit of the registrar: decides acts in order on the dossiers as they become, and keeps what
// must be undone if the commit fails.
#pragma once

#include "commands/registrar.hpp"

namespace motcua::commands {

class Registrar::Batch {
 public:
  Batch(Registrar& owner, ports::Transaction& transaction)
      : owner_(owner),
        transaction_(transaction),
        calendar_(owner.world_.calendar()),
        stationery_(owner.world_.stationery()),
        end_(owner.end_),
        daily_sequences_(owner.daily_sequences_),
        register_numbers_(owner.register_numbers_) {}

  // Decides one request and appends what follows. Failure: the whole batch must be given up.
  OrFailure<Outcome> attempt(const Request& request);

  // After the commit: makes the batch's results the registrar's.
  std::vector<Changed> publish();

 private:
  struct Change {
    std::string code;
    dossier::Dossier before;  // version 0 for a new dossier
    dossier::Event event;
    std::optional<Moment> actual_at;
    const procedure::Version* version = nullptr;
    std::optional<authority::ActingFor> acting_for = {};
  };
  using Decided = std::variant<Change, Outcome>;

  Decided decide(const SubmitApplication& command, const Request& request, Moment now);
  Decided decide(const RegisterApplication& command, const Request& request, Moment now);
  Decided decide(const PerformAct& command, const Request& request, Moment now);
  Decided decide(const IssueResult& command, const Request& request, Moment now);
  Decided decide(const RecomputePromise& command, const Request& request, Moment now);
  Decided decide(const OrderPayment& command, const Request& request, Moment now);
  Decided decide(const SettlePayment& command, const Request& request, Moment now);
  Decided decide(const EndRefund& command, const Request& request, Moment now);
  Decided decide(const MoveToSuccessor& command, const Request& request, Moment now);
  Decided decide(const LetTimerCome& command, const Request& request, Moment now);
  Decided begin(OrRejection<dossier::Event> event, const procedure::Version& version, Moment now);

  OrFailure<Outcome> record(const Request& request, Moment now, Change change);
  OrFailure<Nothing> put_result(const dossier::Event& event, const dossier::Dossier& after);
  // The change and what follows from it by rule; the dossier after all of them.
  struct Recorded {
    std::vector<ports::StoredRecord> records;
    std::shared_ptr<dossier::Dossier> dossier;  // becomes the snapshot handed out
    std::vector<ports::MadeNotice> notices;     // kept or undone with the records they tell of
  };
  Recorded with_consequences(const Request& request, Moment now, Change change) const;
  void add_notice(const procedure::Version& version, Recorded& made) const;
  bool told_before(const procedure::Version& version, Recorded& made) const;
  // `event` is null where nothing had to happen.
  static Decided changed(const DossierSnapshot& before, const procedure::Version& version,
                         OrRejection<std::optional<dossier::Event>> event);
  const procedure::Version& version_of(const dossier::Dossier& dossier) const;
  OrFailure<DossierSnapshot> find(std::string_view code);
  OrFailure<std::string> next_code(Moment now);
  OrFailure<dossier::NextNumber> next_number(Moment now);
  dossier::Facts facts(const Request& request, const procedure::Version& version, Moment now) const;
  // What a request that was answered before is answered again; nothing for a new one.
  OrFailure<std::optional<Outcome>> answered(const Request& request);
  OrFailure<Done> done_before(const AnsweredRequest& known);

  Registrar& owner_;
  ports::Transaction& transaction_;
  CalendarSnapshot calendar_;
  StationerySnapshot stationery_;
  ports::JournalEnd end_;
  std::map<std::string, int> daily_sequences_;
  std::map<int, int> register_numbers_;
  std::map<std::string, Changed, std::less<>> touched_;
  ports::DecidedDossiers decided_here_;  // no register can know of them yet
  struct AnsweredHere {
    AnsweredRequest request;
    Done done;
  };
  std::map<std::string, AnsweredHere> answered_;
};

}  // namespace motcua::commands
