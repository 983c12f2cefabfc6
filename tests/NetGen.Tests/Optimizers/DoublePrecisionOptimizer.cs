namespace NetGen.Tests.Optimizers;

/// <summary>One parameter's update by PyTorch's documented algorithm, in double precision and one line a line of it.</summary>
internal abstract class DoublePrecisionOptimizer
{
    protected int T { get; private set; }

    public double Step(double w, double g)
    {
        T++;
        return Update(w, g);
    }

    protected abstract double Update(double w, double g);

    internal sealed class Sgd(double lr, double mu, bool nesterov, double wd) : DoublePrecisionOptimizer
    {
        private double b;

        protected override double Update(double w, double g)
        {
            g += wd * w;
            if (mu != 0)
            {
                b = T > 1 ? mu * b + g : g;
                g = nesterov ? g + mu * b : b;
            }

            return w - lr * g;
        }
    }

    internal sealed class Adagrad(double lr, double lrDecay, double wd, double initial, double eps) : DoublePrecisionOptimizer
    {
        private double sum = initial;

        protected override double Update(double w, double g)
        {
            g += wd * w;
            sum += g * g;
            return w - lr / (1 + (T - 1) * lrDecay) * g / (Math.Sqrt(sum) + eps);
        }
    }

    internal sealed class RmsProp(double lr, double alpha, double eps, double wd, double mu, bool centered) : DoublePrecisionOptimizer
    {
        private double v;
        private double mean;
        private double b;

        protected override double Update(double w, double g)
        {
            g += wd * w;
            v = alpha * v + (1 - alpha) * g * g;
            var variance = v;
            if (centered)
            {
                mean = mean * alpha + (1 - alpha) * g;
                variance -= mean * mean;
            }

            // Of a single gradient so far the variance is alpha (1 - alpha) g^2, never below 0 but for rounding.
            var quotient = g / (Math.Sqrt(Math.Max(variance, 0)) + eps);
            if (mu > 0)
            {
                b = mu * b + quotient;
                return w - lr * b;
            }

            return w - lr * quotient;
        }
    }

    internal sealed class Adam(double lr, double beta1, double beta2, double eps, double l2, double decoupled) : DoublePrecisionOptimizer
    {
        private double m;
        private double v;

        protected override double Update(double w, double g)
        {
            w -= lr * decoupled * w;
            g += l2 * w;
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            var mHat = m / (1 - Math.Pow(beta1, T));
            var vHat = v / (1 - Math.Pow(beta2, T));
            return w - lr * mHat / (Math.Sqrt(vHat) + eps);
        }
    }

    internal sealed class Nadam(double lr, double beta1, double beta2, double eps, double wd, double psi) : DoublePrecisionOptimizer
    {
        private double m;
        private double v;
        private double product = 1;

        protected override double Update(double w, double g)
        {
            g += wd * w;
            var mu = beta1 * (1 - .5 * Math.Pow(.96, T * psi));
            var muNext = beta1 * (1 - .5 * Math.Pow(.96, (T + 1) * psi));
            product *= mu;
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            
            // PyTorch 1.13 multiplies mu into the product once more here; the reference values were made by it.
            var mHat = muNext * m / (1 - product * mu * muNext) + (1 - mu) * g / (1 - product);
            var vHat = v / (1 - Math.Pow(beta2, T));
            return w - lr * mHat / (Math.Sqrt(vHat) + eps);
        }
    }

    internal sealed class Adamax(double lr, double beta1, double beta2, double eps, double wd) : DoublePrecisionOptimizer
    {
        private double m;
        private double u;

        protected override double Update(double w, double g)
        {
            g += wd * w;
            m = beta1 * m + (1 - beta1) * g;
            u = Math.Max(beta2 * u, Math.Abs(g) + eps);
            return w - lr * m / ((1 - Math.Pow(beta1, T)) * u);
        }
    }

    internal sealed class RAdam(double lr, double beta1, double beta2, double eps, double wd) : DoublePrecisionOptimizer
    {
        private double m;
        private double v;

        protected override double Update(double w, double g)
        {
            g += wd * w;
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            var mHat = m / (1 - Math.Pow(beta1, T));
            var rhoInfinity = 2 / (1 - beta2) - 1;
            var rho = rhoInfinity - 2 * T * Math.Pow(beta2, T) / (1 - Math.Pow(beta2, T));
            if (rho <= 5)
            {
                return w - lr * mHat;
            }

            var l = Math.Sqrt(1 - Math.Pow(beta2, T)) / (Math.Sqrt(v) + eps);
            var r = Math.Sqrt((rho - 4) * (rho - 2) * rhoInfinity / ((rhoInfinity - 4) * (rhoInfinity - 2) * rho));
            return w - lr * mHat * r * l;
        }
    }
}
