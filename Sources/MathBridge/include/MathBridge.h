#ifndef MathBridge_h
#define MathBridge_h

/// Distribution functions of Boost.Math. Arguments outside the domain give NaN; no function throws.

#ifdef __cplusplus
extern "C" {
#endif

/// P(Z <= x) of the standard normal distribution.
double acuity_normal_cdf(double x);
/// P(Z > x), accurate in the upper tail.
double acuity_normal_survival(double x);
/// The x with P(Z <= x) = p; infinite at p = 0 and p = 1.
double acuity_normal_quantile(double p);

/// P(B <= x) of the beta distribution.
double acuity_beta_cdf(double a, double b, double x);
/// The x with P(B <= x) = p.
double acuity_beta_quantile(double a, double b, double p);
/// The x with P(B > x) = q, accurate for small q.
double acuity_beta_quantile_upper(double a, double b, double q);

/// P(T <= x) of Student's t distribution.
double acuity_student_cdf(double degrees, double x);
/// The x with P(T <= x) = p.
double acuity_student_quantile(double degrees, double p);

/// P(C > x) of the chi-squared distribution.
double acuity_chi_squared_survival(double degrees, double x);
/// The x with P(C <= x) = p.
double acuity_chi_squared_quantile(double degrees, double p);

/// P(K = k), K binomial of n trials with success probability p.
double acuity_binomial_mass(double n, double p, double k);
/// P(K <= k), with relative accuracy in the lower tail; 0 below 0 and 1 from n on.
double acuity_binomial_cdf(double n, double p, double k);
/// P(K > k), with relative accuracy in the upper tail.
double acuity_binomial_survival(double n, double p, double k);

#ifdef __cplusplus
}
#endif

#endif
