// Settling payments without waiting to be told: asks the gateway about orders whose end is not
// known (the call-back was lost, the browser closed), and carries out the refunds officers ordered.
//
// Which dossiers have something unsettled is kept in the desk's settings, written before the order
// is given to the applicant, so that a killed program asks on when it starts again. Any thread.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "commands/registrar.hpp"
#include "ports/desk_store.hpp"
#include "ports/payment_gateway.hpp"

namespace motcua::commands {

class PaymentDuty {
 public:
  struct Works {  // outlive the duty
    Registrar& registrar;
    DossierCache& cache;
    ports::DeskStore& desk;
    ports::Clock& clock;
    ports::PaymentGateway& gateway;
  };
  explicit PaymentDuty(const Works& works) : works_(works) {}
  ~PaymentDuty();
  PaymentDuty(const PaymentDuty&) = delete;
  PaymentDuty& operator=(const PaymentDuty&) = delete;

  // Reads which dossiers have something unsettled.
  OrFailure<Nothing> load();
  // Asks by itself from now on, at growing intervals. Call after load().
  void start();

  OrFailure<Nothing> watch(const std::string& code);
  // Registrar::Committed: watches dossiers with a refund to be carried out.
  void take(const std::vector<Changed>& changed);

  // Asks about everything unsettled of one dossier now. Blocks; a Failure when the gateway could
  // not be asked, and then nothing is lost.
  OrFailure<Nothing> settle(const std::string& code);
  // Settles the dossiers whose time has come; tells how many were asked about.
  int settle_due();

 private:
  struct Watched {
    Moment next{};
    minutes pause{};
  };
  enum class Rest { Settled, Open };
  OrFailure<Rest> settle_orders(const dossier::Dossier& dossier);
  OrFailure<Rest> settle_refunds(const dossier::Dossier& dossier);
  OrFailure<Nothing> perform(Command command);
  OrFailure<Nothing> keep();  // the mutex is held
  std::vector<std::string> due();
  void run();

  Works works_;
  std::mutex asking_;  // one question at a time: a refund must not be sent twice
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Watched> watched_;  // by code
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace motcua::commands
