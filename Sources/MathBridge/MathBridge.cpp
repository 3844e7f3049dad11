#include "MathBridge.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace {

using namespace boost::math;
namespace pol = boost::math::policies;

// Boost reports domain and evaluation errors by exceptions unless told otherwise; foreign numbers must not unwind
// through Swift, so they become NaN.
using Quiet = pol::policy<
    pol::domain_error<pol::ignore_error>, pol::pole_error<pol::ignore_error>,
    pol::overflow_error<pol::ignore_error>, pol::underflow_error<pol::ignore_error>,
    pol::evaluation_error<pol::ignore_error>, pol::rounding_error<pol::ignore_error>>;

const double notANumber = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();
const double rootTwo = 1.41421356237309504880168872420969808;

template <class Function> double guarded(Function function) {
    try {
        return function();
    } catch (...) {
        return notANumber;
    }
}

bool isProbability(double p) { return p >= 0 && p <= 1; }

}  // namespace

extern "C" {

double acuity_normal_cdf(double x) { return 0.5 * std::erfc(-x / rootTwo); }

double acuity_normal_survival(double x) { return 0.5 * std::erfc(x / rootTwo); }

double acuity_normal_quantile(double p) {
    if (!isProbability(p)) return notANumber;
    if (p == 0) return -infinity;
    if (p == 1) return infinity;
    return guarded([&] { return -rootTwo * erfc_inv(2 * p, Quiet()); });
}

double acuity_beta_cdf(double a, double b, double x) {
    if (!(a > 0 && b > 0) || std::isnan(x)) return notANumber;
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return guarded([&] { return ibeta(a, b, x, Quiet()); });
}

double acuity_beta_quantile(double a, double b, double p) {
    if (!(a > 0 && b > 0) || !isProbability(p)) return notANumber;
    return guarded([&] { return ibeta_inv(a, b, p, Quiet()); });
}

double acuity_beta_quantile_upper(double a, double b, double q) {
    if (!(a > 0 && b > 0) || !isProbability(q)) return notANumber;
    return guarded([&] { return ibetac_inv(a, b, q, Quiet()); });
}

double acuity_student_cdf(double degrees, double x) {
    if (!(degrees > 0) || std::isnan(x)) return notANumber;
    return guarded([&] { return cdf(students_t_distribution<double, Quiet>(degrees), x); });
}

double acuity_student_quantile(double degrees, double p) {
    if (!(degrees > 0) || !isProbability(p)) return notANumber;
    if (p == 0) return -infinity;
    if (p == 1) return infinity;
    return guarded([&] { return quantile(students_t_distribution<double, Quiet>(degrees), p); });
}

double acuity_chi_squared_survival(double degrees, double x) {
    if (!(degrees > 0) || std::isnan(x)) return notANumber;
    if (x <= 0) return 1;
    return guarded([&] { return cdf(complement(chi_squared_distribution<double, Quiet>(degrees), x)); });
}

double acuity_chi_squared_quantile(double degrees, double p) {
    if (!(degrees > 0) || !isProbability(p)) return notANumber;
    if (p == 1) return infinity;
    return guarded([&] { return quantile(chi_squared_distribution<double, Quiet>(degrees), p); });
}

double acuity_binomial_mass(double n, double p, double k) {
    if (!(n >= 0) || !isProbability(p) || std::isnan(k)) return notANumber;
    if (k < 0 || k > n) return 0;
    if (p == 0) return k == 0 ? 1 : 0;
    if (p == 1) return k == n ? 1 : 0;
    return guarded([&] { return pdf(binomial_distribution<double, Quiet>(n, p), k); });
}

double acuity_binomial_cdf(double n, double p, double k) {
    if (!(n >= 0) || !isProbability(p) || std::isnan(k)) return notANumber;
    if (k < 0) return 0;
    if (k >= n) return 1;
    if (p == 0) return 1;
    if (p == 1) return 0;
    return guarded([&] { return ibetac(k + 1, n - k, p, Quiet()); });
}

double acuity_binomial_survival(double n, double p, double k) {
    if (!(n >= 0) || !isProbability(p) || std::isnan(k)) return notANumber;
    if (k < 0) return 1;
    if (k >= n) return 0;
    if (p == 0) return 0;
    if (p == 1) return 1;
    return guarded([&] { return ibeta(k + 1, n - k, p, Quiet()); });
}
}
